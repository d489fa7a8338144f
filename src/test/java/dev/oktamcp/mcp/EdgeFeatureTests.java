package dev.oktamcp.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.OpenStream;
import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.StatelessClient;
import dev.oktamcp.fixture.TestApi;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.simulation.Fault;
import dev.oktamcp.simulation.SimulatedOrg;
import dev.oktamcp.tool.ResourceUpdated;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.concurrent.CompletableFuture;

/// What the edge can do that no tool of Okta needs yet, and its limits when they are small.
@EdgeTest
class EdgeFeatureTests {

    private static final String WATCHED = "test://watched-resource";

    private final SimulatedOrg org;
    private final TestServers servers;
    private final TestApi api;
    private final ApplicationEventPublisher events;
    private final String url;

    EdgeFeatureTests(
            @Autowired SimulatedOrg org,
            @Autowired TestServers servers,
            @Autowired TestApi api,
            @Autowired ApplicationEventPublisher events) {
        this.api = api;
        this.org = org;
        this.servers = servers;
        this.events = events;
        this.url = servers.readOnly();
    }

    private JsonNode ask(String era, String method, String params) {
        var answer =
                era.equals("session")
                        ? RawClient.connected(url).request(method, params)
                        : StatelessClient.of(url).request(method, params);
        return answer.path("result");
    }

    @ParameterizedTest
    @ValueSource(strings = {"session", "stateless"})
    void servesPromptsAndCompletesTheirArguments(String era) {
        var get =
                "{\"name\":\"test_prompt_with_arguments\",\"arguments\":{\"arg1\":\"a\",\"arg2\":\"b\"}}";
        var complete =
                """
                {"ref":{"type":"ref/prompt","name":"test_prompt_with_arguments"},
                 "argument":{"name":"arg1","value":"PAR"}}\
                """;

        assertThat(ask(era, "prompts/list", "{}").path("prompts").findValuesAsString("name"))
                .contains("test_simple_prompt", "test_prompt_with_arguments");
        assertThat(ask(era, "prompts/get", get).at("/messages/0/content/text").asString())
                .isEqualTo("Prompt with arguments: arg1='a', arg2='b'");
        assertThat(ask(era, "completion/complete", complete).at("/completion/values")).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"session", "stateless"})
    void refusesAPromptWithoutItsArguments(String era) {
        var get = "{\"name\":\"test_prompt_with_arguments\",\"arguments\":{\"arg1\":\"a\"}}";
        var answer =
                era.equals("session")
                        ? RawClient.connected(url).request("prompts/get", get)
                        : StatelessClient.of(url).request("prompts/get", get);

        assertThat(answer.at("/error/code").asInt()).isEqualTo(-32602);
    }

    @Test
    void servesResourcesAndThoseOfTemplates() {
        var client = RawClient.connected(url);

        var text = client.request("resources/read", "{\"uri\":\"test://static-text\"}");
        var filled = client.request("resources/read", "{\"uri\":\"test://template/7/data\"}");

        assertThat(text.at("/result/contents/0/text").asString()).contains("static text");
        assertThat(filled.at("/result/contents/0/text").asString()).contains("\"id\":\"7\"");
    }

    @Test
    void saysInEachErasWayThatThereIsNoSuchResource() {
        var read = "{\"uri\":\"test://nowhere\"}";
        var old = RawClient.connected(url).request("resources/read", read);
        var modern =
                StatelessClient.of(url)
                        .with("Mcp-Name", "test://nowhere")
                        .request("resources/read", read);

        assertThat(old.at("/error/code").asInt()).isEqualTo(-32002);
        assertThat(modern.at("/error/code").asInt()).isEqualTo(-32602);
        assertThat(modern.at("/error/data/uri").asString()).isEqualTo("test://nowhere");
    }

    @Test
    void tellsASessionOfTheResourcesThatItSubscribedTo() {
        var session = RawClient.session(url);
        var client = RawClient.of(url).with("Mcp-Session-Id", session);
        try (var stream = OpenStream.get(url, "Mcp-Session-Id", session)) {
            stream.next();
            events.publishEvent(new ResourceUpdated(WATCHED));
            client.request("resources/subscribe", "{\"uri\":\"%s\"}".formatted(WATCHED));
            events.publishEvent(new ResourceUpdated("test://another"));
            events.publishEvent(new ResourceUpdated(WATCHED));

            var told = stream.message();

            assertThat(told.path("method").asString()).isEqualTo("notifications/resources/updated");
            assertThat(told.at("/params/uri").asString()).isEqualTo(WATCHED);
        }
    }

    @Test
    void tellsAListenerOfTheResourcesThatItNamed() {
        var wanted = "{\"notifications\":{\"resourceSubscriptions\":[\"%s\"]}}".formatted(WATCHED);
        try (var stream =
                StatelessClient.of(url)
                        .open("subscriptions/listen", StatelessClient.params(wanted))) {
            assertThat(stream.message().at("/params/notifications/resourceSubscriptions/0"))
                    .hasToString("\"" + WATCHED + "\"");
            events.publishEvent(new ResourceUpdated("test://another"));
            events.publishEvent(new ResourceUpdated(WATCHED));

            assertThat(stream.message().at("/params/uri").asString()).isEqualTo(WATCHED);
        }
    }

    @Test
    void listsToolsInPages() {
        var all = new ArrayList<String>();
        var cursor = "";
        do {
            var params = cursor.isEmpty() ? "{}" : "{\"cursor\":\"%s\"}".formatted(cursor);
            var page = ask("stateless", "tools/list", params);
            assertThat(page.path("tools").size()).isBetween(1, 7);
            page.path("tools").forEach(tool -> all.add(tool.path("name").asString()));
            cursor = page.path("nextCursor").asString("");
        } while (!cursor.isEmpty());

        assertThat(all).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(7);
        assertThat(new HashSet<>(all)).contains("list_users", "get_logs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"AAAA\"", "7", "null"})
    void refusesACursorThatItDidNotGive(String cursor) {
        var answer =
                RawClient.connected(url).request("tools/list", "{\"cursor\":%s}".formatted(cursor));

        assertThat(answer.at("/error/code").asInt()).isEqualTo(-32602);
    }

    @Test
    void refusesACursorOfAnotherList() {
        var cursor = ask("stateless", "tools/list", "{}").path("nextCursor").asString();

        var answer =
                StatelessClient.of(servers.full())
                        .request("tools/list", "{\"cursor\":\"%s\"}".formatted(cursor));

        assertThat(answer.at("/error/code").asInt()).isEqualTo(-32602);
    }

    @Test
    void keepsASilentStreamAlive() {
        try (var stream = OpenStream.get(url, "Mcp-Session-Id", RawClient.session(url))) {
            stream.next();

            assertThat(stream.next().name()).isEqualTo("comment");
            assertThat(stream.next().name()).isEqualTo("comment");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"session", "stateless"})
    void keepsTheReplyOfALongCallAlive(String era) {
        org.next(Fault.delay(Duration.ofMillis(1500)));
        var call = "{\"name\":\"get_user\",\"arguments\":{\"user_id\":\"me\"}}";
        var answer =
                era.equals("session")
                        ? RawClient.connected(url)
                                .post(
                                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":%s}"
                                                .formatted(call))
                        : StatelessClient.of(url).send("tools/call", StatelessClient.params(call));

        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/event-stream");
        assertThat(answer.body()).contains(": keep-alive").contains("\"result\":");
    }

    @Test
    void opensNoMoreStreamsThanItMay() {
        var session = RawClient.session(url);
        try (var first = OpenStream.get(url, "Mcp-Session-Id", RawClient.session(url));
                var second = OpenStream.get(url, "Mcp-Session-Id", RawClient.session(url))) {
            first.next();
            second.next();

            var third = OpenStream.get(url, "Mcp-Session-Id", session).response();

            assertThat(third.statusCode()).isEqualTo(429);
            assertThat(third.headers().firstValue("Retry-After")).isNotEmpty();
        }
    }

    @Test
    void beginsNoMoreSessionsThanItMay() {
        var statuses = new ArrayList<Integer>();
        for (var i = 0; i < 8; i++) {
            statuses.add(RawClient.of(url).initialize("{}").statusCode());
        }

        assertThat(statuses).containsExactly(200, 200, 200, 200, 200, 200, 429, 429);
        assertThat(RawClient.of(servers.readOnly()).initialize("{}").statusCode()).isEqualTo(200);
    }

    @Test
    void remembersNothingOfAServerThatHasEnded() {
        for (var i = 0; i < 7; i++) {
            RawClient.of(url).initialize("{}");
        }
        assertThat(RawClient.of(url).initialize("{}").statusCode()).isEqualTo(429);

        api.post(servers.path(url) + "/disable", "");
        api.post(servers.path(url) + "/enable", "");

        Awaitility.await().until(() -> RawClient.of(url).initialize("{}").statusCode() == 200);
    }

    @Test
    void speaksOverHttpWithSse() {
        try (var stream = OpenStream.get(url + "/sse")) {
            var endpoint = stream.next();
            assertThat(endpoint.name()).isEqualTo("endpoint");
            var messages = RawClient.of(url.replaceFirst("/mcp/.*", "") + endpoint.data());

            assertThat(messages.initialize("{}").statusCode()).isEqualTo(202);
            assertThat(stream.message().at("/result/serverInfo/name").asString())
                    .isEqualTo("okta-mcp-server");

            var call =
                    CompletableFuture.supplyAsync(() ->
                            messages.post(
                                    "{\"jsonrpc\":\"2.0\",\"id\":\"c\",\"method\":\"tools/call\",\"params\":{\"name\":\"list_users\"}}"));
            assertThat(stream.message().path("id").asString()).isEqualTo("c");
            assertThat(call.join().statusCode()).isEqualTo(202);
        }
    }

    @Test
    void takesNoMessageForTheStreamOfAnotherServer() {
        String messages;
        try (var stream = OpenStream.get(url + "/sse")) {
            messages = url.replaceFirst("/mcp/.*", "") + stream.next().data();
        }
        var other = messages.replaceFirst("/mcp/[^/]*/", "/mcp/" + token(servers.readOnly()) + "/");
        assertThat(RawClient.of(other).initialize("{}").statusCode()).isEqualTo(404);
    }

    private static String token(String serverUrl) {
        return serverUrl.substring(serverUrl.lastIndexOf('/') + 1);
    }

    @Test
    void tellsBothErasTheSameOfWhatItCan() {
        assertThat(ask("stateless", "server/discover", "{}").path("capabilities"))
                .isEqualTo(
                        RawClient.of(url)
                                .request(
                                        "initialize",
                                        "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{},\"clientInfo\":{\"name\":\"x\",\"version\":\"1\"}}")
                                .at("/result/capabilities"));
    }
}
