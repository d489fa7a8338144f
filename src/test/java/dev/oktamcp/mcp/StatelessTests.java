package dev.oktamcp.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.StatelessClient;
import dev.oktamcp.fixture.TestServers;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.http.HttpResponse;
import java.util.Map;

/// The protocol version 2026-07-28: what each request must say, and what each answer says.
@ServerTest
@ExtendWith(OutputCaptureExtension.class)
class StatelessTests {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String NAMESPACE = "io.modelcontextprotocol/";

    private final String url;
    private final StatelessClient client;
    private final JdbcClient jdbc;

    StatelessTests(@Autowired TestServers servers, @Autowired JdbcClient jdbc) {
        this.url = servers.readOnly();
        this.client = StatelessClient.of(url);
        this.jdbc = jdbc;
    }

    private static int code(HttpResponse<String> answer) {
        return JSON.readTree(answer.body()).at("/error/code").asInt();
    }

    @Test
    void discoversVersionsCapabilitiesAndInstructions() {
        var result = client.request("server/discover", "{}").path("result");

        assertThat(result.path("supportedVersions").values().stream().map(JsonNode::asString))
                .containsExactly("2026-07-28", "2025-11-25", "2025-06-18", "2025-03-26");
        assertThat(result.at("/capabilities/tools/listChanged").asBoolean()).isTrue();
        assertThat(result.path("capabilities").has("tasks")).isFalse();
        assertThat(result.path("instructions").asString()).contains("Okta");
        assertThat(result.path("resultType").asString()).isEqualTo("complete");
        assertThat(result.path("cacheScope").asString()).isEqualTo("private");
        assertThat(result.path("ttlMs").isIntegralNumber()).isTrue();
        assertThat(result.path("_meta").path(NAMESPACE + "serverInfo").path("name").asString())
                .isEqualTo("okta-mcp-server");
    }

    @Test
    void listsTheSameToolsAsTheOtherEra() {
        var here = client.request("tools/list", "{}").path("result");
        var there = RawClient.connected(url).request("tools/list", "{}").path("result");

        assertThat(here.path("tools")).isNotEmpty().isEqualTo(there.path("tools"));
        assertThat(here.path("cacheScope").asString()).isEqualTo("private");
        assertThat(there.has("resultType")).isFalse();
    }

    @Test
    void callsAToolAndRecordsWho() {
        var result = client.call("list_users", Map.of("limit", 1));

        assertThat(result.value().path("items")).hasSize(1);
        assertThat(result.response().at("/result/resultType").asString()).isEqualTo("complete");
        assertThat(
                        jdbc.sql("select client from audit_event where server_id = :id")
                                .param("id", TestServers.id(url))
                                .query(String.class)
                                .list())
                .containsExactly("stateless");
    }

    @Test
    void givesNoSessionAndIgnoresOne() {
        var answer =
                client.with("Mcp-Session-Id", "made-up")
                        .send("server/discover", StatelessClient.params("{}"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Mcp-Session-Id")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"protocolVersion", "clientCapabilities"})
    void needsWhatARequestMustSay(String key) {
        var meta = client.meta();
        meta.remove(NAMESPACE + key);
        var params = JSON.createObjectNode();
        params.set("_meta", meta);

        var answer = client.sendAsItIs("server/discover", params);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(code(answer)).isEqualTo(-32602);
        assertThat(JSON.readTree(answer.body()).path("id").asInt()).isEqualTo(1);
    }

    @Test
    void namesTheVersionsToWhoAsksForAnotherOne() {
        client.meta(NAMESPACE + "protocolVersion", "\"2031-01-01\"")
                .with("MCP-Protocol-Version", "2031-01-01");
        var answer = client.send("tools/list", StatelessClient.params("{}"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(code(answer)).isEqualTo(-32022);
        var data = JSON.readTree(answer.body()).at("/error/data");
        assertThat(data.path("requested").asString()).isEqualTo("2031-01-01");
        assertThat(data.path("supported")).hasSize(4);
    }

    /// What a version that is not spoken here wants besides is not known.
    @Test
    void namesTheVersionsToWhoSaysNothingButAnotherOne() {
        var params = JSON.createObjectNode();
        params.putObject("_meta").put(NAMESPACE + "protocolVersion", "2031-01-01");

        var answer = client.with("MCP-Protocol-Version", "2031-01-01").sendAsItIs("x", params);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(code(answer)).isEqualTo(-32022);
    }

    @ParameterizedTest
    @CsvSource({
        "MCP-Protocol-Version, 2025-11-25",
        "MCP-Protocol-Version, ''",
        "Mcp-Method, tools/list",
        "Mcp-Method, TOOLS/CALL",
        "Mcp-Method, ''",
        "Mcp-Name, get_user",
        "Mcp-Name, ''",
        "Mcp-Name, =?base64?Z2V0X3VzZXI=?=",
        "Mcp-Name, =?base64?bGlzdF91c2Vycw?=",
        "Mcp-Name, =?base64?bGlzdF91c2Vyc!=?="
    })
    void refusesAHeaderThatSaysSomethingElse(String header, String value) {
        var answer =
                client.with(header, value)
                        .send("tools/call", StatelessClient.params("{\"name\":\"list_users\"}"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(code(answer)).isEqualTo(-32020);
    }

    @Test
    void takesANameInBase64() {
        var answer =
                client.with("Mcp-Name", "=?base64?bGlzdF91c2Vycw==?=")
                        .send("tools/call", StatelessClient.params("{\"name\":\"list_users\"}"));

        assertThat(JSON.readTree(answer.body()).at("/result/isError").asBoolean(true)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "initialize",
                "ping",
                "logging/setLevel",
                "resources/subscribe",
                "resources/unsubscribe",
                "prompts/set",
                "tasks/get",
                "no/such/method"
            })
    void doesNotKnowEveryMethod(String method) {
        var answer = client.send(method, StatelessClient.params("{}"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(code(answer)).isEqualTo(-32601);
    }

    @Test
    void answersAHiddenToolExactlyLikeAnUnknownOne() {
        var hidden = client.call("deactivate_user", Map.of("user_id", "x")).response();
        var unknown = client.call("no_such_tool", Map.of("user_id", "x")).response();

        assertThat(hidden.path("error")).isNotEmpty();
        assertThat(hidden.path("error").toString().replace("deactivate_user", "no_such_tool"))
                .isEqualTo(unknown.path("error").toString());
    }

    @Test
    void logsAndTellsProgressOnlyWhereAsked() {
        var silent =
                client.send("tools/call", StatelessClient.params("{\"name\":\"test_progress\"}"));
        var told =
                StatelessClient.of(url)
                        .meta("progressToken", "7")
                        .send("tools/call", StatelessClient.params("{\"name\":\"test_progress\"}"));

        assertThat(silent.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(told.body()).contains("notifications/progress").contains("\"progressToken\":7");
        assertThat(told.body()).doesNotContain("\nid:");
    }

    @Test
    void refusesALogLevelThatThereIsNot() {
        var answer =
                client.meta(NAMESPACE + "logLevel", "\"loud\"")
                        .send("tools/call", StatelessClient.params("{\"name\":\"list_users\"}"));

        assertThat(code(answer)).isEqualTo(-32602);
    }

    @Test
    void takesNoResponses() {
        var answer =
                RawClient.of(url)
                        .with("MCP-Protocol-Version", "2026-07-28")
                        .post("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}");

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void answersGetAndDeleteWith405() {
        var raw = RawClient.of(url).with("MCP-Protocol-Version", "2026-07-28");

        assertThat(raw.send("DELETE", "").statusCode()).isEqualTo(405);
        assertThat(raw.send("GET", "").statusCode()).isEqualTo(405);
    }

    @Test
    void namesTheTraceOfACallInTheLogAndTheAudit(CapturedOutput output) {
        var trace = "0af7651916cd43dd8448eb211c80319c";
        client.meta("traceparent", "\"00-%s-b7ad6b7169203331-01\"".formatted(trace));

        client.call("test_breaks", Map.of());

        assertThat(output.getAll()).containsPattern("\\[" + trace + "] .*ErrorsStage");
        assertThat(traceOfTheCall()).isEqualTo(trace);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                "\"\"",
                "\"00-00000000000000000000000000000000-b7ad6b7169203331-01\"",
                "\"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\\n\""
            })
    void takesNoTraceThatIsNone(String traceParent) {
        client.meta("traceparent", traceParent);

        assertThat(client.call("list_users", Map.of()).failed()).isFalse();
        assertThat(traceOfTheCall()).isNull();
    }

    private @Nullable Object traceOfTheCall() {
        return jdbc.sql("select trace_id from audit_event where server_id = :id")
                .param("id", TestServers.id(url))
                .query()
                .singleRow()
                .get("TRACE_ID");
    }
}
