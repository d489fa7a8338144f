package dev.oktamcp.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.OpenStream;
import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.StatelessClient;
import dev.oktamcp.fixture.TestApi;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.server.ServerDefinition.Config;
import dev.oktamcp.server.ServerDefinition.Filter;
import dev.oktamcp.server.ToolExposure;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;

/// What one client was handed is worth nothing to another one, who can't even tell it from what was
/// never handed out.
@ServerTest
class TheftTests {

    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
    private static final String MADE_UP = "AAAA";

    private final TestServers servers;
    private final SimulatedOrg org;
    private final TestApi api;
    private final String mine;
    private final String theirs;

    TheftTests(
            @Autowired TestServers servers, @Autowired SimulatedOrg org, @Autowired TestApi api) {
        this.servers = servers;
        this.org = org;
        this.api = api;
        this.mine = servers.full();
        this.theirs = servers.full();
    }

    private static String session(RawClient client) {
        return client.initialize("{}").headers().firstValue("Mcp-Session-Id").orElseThrow();
    }

    private static String facts(HttpResponse<String> answer) {
        return answer.statusCode() + answer.body();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "GET", "DELETE"})
    void aSessionOfAnotherServerIsUnknown(String method) {
        var session = session(RawClient.of(theirs));

        var stolen = RawClient.of(mine).with("Mcp-Session-Id", session).send(method, PING);
        var unknown = RawClient.of(mine).with("Mcp-Session-Id", MADE_UP).send(method, PING);

        assertThat(stolen.statusCode()).isEqualTo(404);
        assertThat(facts(stolen)).isEqualTo(facts(unknown));
        assertThat(ping(RawClient.of(theirs).with("Mcp-Session-Id", session))).isEqualTo(200);
    }

    private static int ping(RawClient client) {
        return client.post(PING).statusCode();
    }

    @Test
    void aSessionOfAnotherApiTokenIsUnknown() {
        var everything =
                new Filter(Set.of("read", "write"), Set.of(), Set.of(), Set.of(), Set.of());
        var url = servers.with(new Config(everything, ToolExposure.DEFAULT, true), null);
        var session = session(by("theirs", url));

        var stolen = by("mine", url).with("Mcp-Session-Id", session).post(PING);
        var unknown = by("mine", url).with("Mcp-Session-Id", MADE_UP).post(PING);

        assertThat(stolen.statusCode()).isEqualTo(404);
        assertThat(facts(stolen)).isEqualTo(facts(unknown));
    }

    /// With an API token of its own beside the URL.
    private RawClient by(String name, String url) {
        var made = "{\"name\": \"%s\", \"roles\": [\"mcp\"]}".formatted(name);
        var token = api.post("/api-tokens", made).text("/token");
        return RawClient.of(url).with("Authorization", "Bearer " + token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"session", "stateless"})
    void aCursorOfAnotherServerIsUnknown(String era) {
        var cursor = listed(era, theirs, Map.of("limit", 1)).at("/result/structuredContent");

        var next = cursor.path("next_cursor").asString();
        var stolen = listed(era, mine, Map.of("limit", 1, "cursor", next));
        var unknown = listed(era, mine, Map.of("limit", 1, "cursor", MADE_UP));

        assertThat(next).isNotEmpty();
        assertThat(stolen.at("/result/isError").asBoolean()).isTrue();
        assertThat(stolen.at("/result/content")).isEqualTo(unknown.at("/result/content"));
        assertThat(listed(era, theirs, Map.of("limit", 1, "cursor", next)).at("/result/isError"))
                .hasToString("false");
    }

    private static JsonNode listed(String era, String url, Map<String, ?> arguments) {
        return era.equals("session")
                ? RawClient.connected(url).call("list_users", arguments).response()
                : StatelessClient.of(url).call("list_users", arguments).response();
    }

    @Test
    void aRequestStateOfAnotherServerIsUnknown() {
        var user = org.hasUser("theft@example.com", "ACTIVE");
        var state =
                StatelessClient.deactivate(theirs, user, null)
                        .at("/result/requestState")
                        .asString();

        var stolen = StatelessClient.deactivate(mine, user, state);
        var unknown = StatelessClient.deactivate(mine, user, MADE_UP);

        assertThat(state).isNotEmpty();
        assertThat(stolen.at("/error/code").asInt()).isEqualTo(-32602);
        assertThat(stolen.path("error")).isEqualTo(unknown.path("error"));
        assertThat(org.statusOf(user)).isEqualTo("ACTIVE");
    }

    @Test
    void anEventOfAnotherSessionIsUnknown() {
        var owner = session(RawClient.of(theirs));
        var event = eventOf(owner);
        var other = session(RawClient.of(theirs));

        assertThat(readOn(other, event)).isEqualTo(readOn(other, MADE_UP));
        assertThat(readOn(owner, event)).contains("notifications/progress");
    }

    /// The first one of a reply, so that there is more to read after it.
    private String eventOf(String session) {
        var call =
                """
                {"jsonrpc":"2.0","id":1,"method":"tools/call",
                 "params":{"name":"test_progress","_meta":{"progressToken":1}}}\
                """;
        try (var reply = OpenStream.post(theirs, call, "Mcp-Session-Id", session)) {
            return reply.next().id();
        }
    }

    /// What comes of messages.
    private String readOn(String session, String event) {
        var headers = new String[] {"Mcp-Session-Id", session, "Last-Event-ID", event};
        try (var stream = OpenStream.get(theirs, headers)) {
            var all = new StringBuilder();
            for (var next = stream.next(500); next.isPresent(); next = stream.next(500)) {
                all.append(next.get().data());
            }
            return all.toString();
        }
    }

    @Test
    void aConnectionOfAnotherServerIsUnknown() {
        try (var stream = OpenStream.get(theirs + "/sse", "User-Agent", "old")) {
            var endpoint = stream.next().data();
            var id = endpoint.substring(endpoint.indexOf('=') + 1);

            var stolen = RawClient.of(mine + "/messages?sessionId=" + id).post(PING);
            var unknown = RawClient.of(mine + "/messages?sessionId=" + MADE_UP).post(PING);

            assertThat(stolen.statusCode()).isEqualTo(404);
            assertThat(facts(stolen)).isEqualTo(facts(unknown));
            assertThat(stream.next(300)).isEmpty();
        }
    }
}
