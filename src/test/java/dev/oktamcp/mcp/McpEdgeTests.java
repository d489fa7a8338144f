package dev.oktamcp.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
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
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"method\":\"tools/list\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"} {}",
                "{\"JSONRPC\":\"2.0\",\"id\":1,\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"Method\":\"tools/list\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"Name\":\"x\"}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":{\"_meta\":{\"ProgressToken\":1}}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":{\"a\":[1e400]}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":{\"a\":-10E+308}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"param\u017f\":{}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"result\":{}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{},\"error\":{}}"
            })
    void refusesWhatIsNotOneMessage(String body) {
        var answer = client.post(body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .startsWith("{\"jsonrpc\":\"2.0\",\"error\":{")
                .doesNotContain("Exception")
                .doesNotContain("jackson");
    }

    @Test
    void namesTheRequestWhoseParametersAreNone() {
        var answer =
                client.post("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":[]}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).startsWith("{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{");
    }

    /// A reader that replaces what is no UTF-8 sees another message than one that does not.
    @ParameterizedTest
    @ValueSource(strings = {"C080", "EDA080", "FF", "E282", "F4908080"})
    void refusesWhatIsNotUtf8(String hex) throws IOException {
        var before = "{\"jsonrpc\":\"2.0\",\"id\":\"".getBytes(StandardCharsets.UTF_8);
        var after = "\",\"method\":\"ping\"}".getBytes(StandardCharsets.UTF_8);

        var answer = client.postBytes(joined(before, HexFormat.of().parseHex(hex), after));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("-32700");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32"})
    void refusesOtherEncodings(String charset) {
        var answer = client.postBytes(PING.getBytes(Charset.forName(charset)));

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    private static byte[] joined(byte[]... parts) throws IOException {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.write(part);
        }
        return all.toByteArray();
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
        assertThat(client.post(PING + " ".repeat(256 << 10)).statusCode()).isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource({
        "Content-Type,         text/plain,               415",
        "Content-Type,         application/json-patch+json, 415",
        "Content-Type,         application/json; charset=utf-8, 200",
        "Content-Type,         nonsense,                 415",
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

    /// One who routes by the last of them, and we who take the first, would see two requests.
    @Test
    void refusesAHeaderThatDecidesTwice() throws IOException {
        var at = URI.create(servers.readOnly());
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), at.getPort())) {
            var request =
                    """
                    POST %s HTTP/1.1
                    Host: localhost:%d
                    Connection: close
                    Content-Type: application/json
                    Accept: application/json, text/event-stream
                    MCP-Protocol-Version: 2025-11-25
                    MCP-Protocol-Version: 2026-07-28
                    Content-Length: %d

                    %s\
                    """
                            .formatted(at.getPath(), at.getPort(), PING.length(), PING)
                            .replace("\n", "\r\n");
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));

            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 400 ").contains("more than once");
        }
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
    void refusesAForeignHost() throws IOException {
        var url = URI.create(servers.readOnly());
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), url.getPort())) {
            var request =
                    "GET %s HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                            .formatted(url.getPath());
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));

            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 421 ").contains("okta-mcp.public-url");
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
