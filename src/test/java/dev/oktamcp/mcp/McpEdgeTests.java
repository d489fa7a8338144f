package dev.oktamcp.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class McpEdgeTests {

    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";

    private final TestServers servers;
    private final RawClient client;

    McpEdgeTests(@Autowired TestServers servers) {
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
        assertThat(hidden.toString().replace("suspend_user", "suspend_usex"))
                .isEqualTo(unknown.toString());
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
        assertThat(client.request("resources/list", "{}").at("/error/code").asInt())
                .isEqualTo(-32601);
    }

    @Test
    void acceptsNotificationsWithoutAnAnswer() {
        var answer = client.post("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "[]",
                "[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}]",
                "\"ping\"",
                "{\"id\":1,\"method\":\"ping\"}",
                "{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1.5,\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":7}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":[]}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"method\":\"tools/list\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"} {}",
                "{\"jsonrpc\":\"2.0\",\"id\":1}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{},\"error\":{}}"
            })
    void refusesWhatIsNotOneMessage(String body) {
        var answer = client.post(body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .startsWith("{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{")
                .doesNotContain("Exception")
                .doesNotContain("jackson");
    }

    @Test
    void refusesDeepNesting() {
        var deep = "{\"a\":".repeat(100) + "1" + "}".repeat(100);

        assertThat(
                        client.post(
                                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":%s}"
                                                .formatted(deep))
                                .statusCode())
                .isEqualTo(400);
    }

    @Test
    void refusesALargeMessage() {
        assertThat(client.post(PING + " ".repeat(1 << 20)).statusCode()).isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource({
        "Content-Type,         text/plain,               415",
        "Accept,               application/json,         406",
        "Accept,               text/event-stream,        406",
        "MCP-Protocol-Version, 1999-01-01,               400",
        "Origin,               https://evil.example,     403",
        "Origin,               null,                     403",
        "Origin,               http://localhost:6274,    200",
        "MCP-Protocol-Version, 2025-06-18,               200"
    })
    void checksHeaders(String header, String value, int status) {
        assertThat(client.with(header, value).post(PING).statusCode()).isEqualTo(status);
    }

    @Test
    void refusesAGetAndSaysWhatIsAllowed() {
        var answer = client.send("GET", "");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("POST, DELETE");
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
}
