package dev.oktamcp.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.ArrayList;
import java.util.Map;

@ServerTest
@ExtendWith(OutputCaptureExtension.class)
class McpEdgeTests {

    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";

    private final TestServers servers;
    private final RawClient client;
    private final JdbcClient jdbc;

    McpEdgeTests(@Autowired TestServers servers, @Autowired JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.servers = servers;
        this.client = RawClient.connected(servers.readOnly());
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-26, 2025-03-26",
        "2025-06-18, 2025-06-18",
        "2025-11-25, 2025-11-25",
        "2024-11-05, 2025-11-25",
        "2099-01-01, 2025-11-25"
    })
    void speaksTheVersionThatIsAskedForOrTheNewest(String asked, String spoken) {
        var answer =
                client.request(
                        "initialize",
                        "{\"protocolVersion\":\"%s\",\"capabilities\":{},\"clientInfo\":{\"name\":\"x\",\"version\":\"1\"}}"
                                .formatted(asked));

        assertThat(answer.at("/result/protocolVersion").stringValue()).isEqualTo(spoken);
        assertThat(answer.at("/result/serverInfo/name").stringValue()).isEqualTo("okta-mcp-server");
    }

    @Test
    void givesSessionIdsOfVisibleAscii() {
        var id = client.initialize("{}").headers().firstValue("Mcp-Session-Id");

        assertThat(id).get().asString().matches("[\\x21-\\x7E]{40,}");
    }

    @Test
    void answersAPingInPlainJson() {
        var answer = client.post(PING);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(answer.body()).isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}");
    }

    @Test
    void listsToolsInOrderWithTruthfulHints() {
        var tools = client.request("tools/list", "{}").at("/result/tools");

        assertThat(tools.findValuesAsString("name"))
                .isSorted()
                .contains("list_users")
                .doesNotContain("suspend_user");
        assertThat(tools.path(0).path("annotations").propertyNames())
                .contains(
                        "title",
                        "readOnlyHint",
                        "destructiveHint",
                        "idempotentHint",
                        "openWorldHint");
    }

    @Test
    void answersAHiddenToolExactlyLikeAnUnknownOne() {
        var hidden = client.request("tools/call", "{\"name\":\"suspend_user\",\"arguments\":{}}");
        var unknown = client.request("tools/call", "{\"name\":\"suspend_usex\",\"arguments\":{}}");

        assertThat(hidden.at("/error/code").asInt()).isEqualTo(-32602);
        assertThat(hidden.path("error").toString().replace("suspend_user", "suspend_usex"))
                .isEqualTo(unknown.path("error").toString());
    }

    @Test
    void takesAbsentAndNullArguments() {
        assertThat(
                        client.request("tools/call", "{\"name\":\"get_server_info\"}")
                                .at("/result/isError")
                                .asBoolean(true))
                .isFalse();
        assertThat(
                        client.request(
                                        "tools/call",
                                        "{\"name\":\"get_server_info\",\"arguments\":null}")
                                .at("/result/isError")
                                .asBoolean(true))
                .isFalse();
        assertThat(
                        client.request(
                                        "tools/call",
                                        "{\"name\":\"list_groups\",\"arguments\":{\"q\":null}}")
                                .at("/result/isError")
                                .asBoolean(true))
                .isFalse();
    }

    @Test
    void doesNotKnowEveryMethod() {
        assertThat(client.request("resources/write", "{}").at("/error/code").asInt())
                .isEqualTo(-32601);
    }

    @Test
    void acceptsNotificationsWithoutAnAnswer() {
        var answer = client.post("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void refusesAGetWithoutASessionAndSaysWhatIsAllowed() {
        var answer = RawClient.of(servers.readOnly()).send("GET", "");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("POST, GET, DELETE");
    }

    @Test
    void servesNoOAuthDiscovery() {
        var base = servers.readOnly().replaceAll("/mcp/.*", "");

        for (var path :
                new String[] {
                    "/.well-known/oauth-protected-resource",
                    "/.well-known/oauth-authorization-server",
                    "/",
                    "/mcp",
                    "/error"
                }) {
            assertThat(RawClient.of(base + path).send("GET", "").statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    @Test
    void refusesADeleteWithoutASession() {
        assertThat(RawClient.of(servers.readOnly()).send("DELETE", "").statusCode()).isEqualTo(405);
    }

    @Test
    void answersTooManyMessagesWith429AndOnlyThatServer() {
        var statuses = new ArrayList<Integer>();
        for (int i = 0; i < 620; i++) {
            statuses.add(client.post(PING).statusCode());
        }

        assertThat(statuses.getFirst()).isEqualTo(200);
        assertThat(statuses.getLast()).isEqualTo(429);
        assertThat(client.post(PING).headers().firstValue("Retry-After")).isPresent();
        assertThat(RawClient.connected(servers.readOnly()).post(PING).statusCode()).isEqualTo(200);
    }

    @Test
    void keepsTheStatusOfWhatFailsBeforeAMessageIsRead() {
        var unused = RawClient.of(servers.readOnly());
        jdbc.sql("alter table connection rename to connection_gone").update();
        try {
            assertThat(unused.post(PING).statusCode()).isEqualTo(500);
        } finally {
            jdbc.sql("alter table connection_gone rename to connection").update();
        }
        assertThat(unused.initialize("{}").statusCode()).isEqualTo(200);
    }

    @Test
    void keepsTheSecretOfAUrlOutOfTheLog(CapturedOutput output) {
        var url = servers.readOnly();
        var raw = RawClient.connected(url);
        raw.call("test_breaks", Map.of());
        raw.post("nonsense");
        RawClient.of(url + "/x").send("GET", "");

        assertThat(output)
                .contains("failed")
                .doesNotContain(url.substring(url.lastIndexOf('.') + 1));
    }

    @Test
    void saysThatAUrlWasCut() {
        var base = servers.readOnly().replaceAll("/mcp/.*", "");

        var answer = RawClient.of(base + "/mcp").initialize("{}");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("The URL is incomplete").doesNotContain("\"id\"");
    }
}
