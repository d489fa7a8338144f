package dev.oktamcp.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// What is one message, and what is none.
@ServerTest
class MessageFormTests {

    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";

    private final RawClient client;

    MessageFormTests(@Autowired TestServers servers) {
        this.client = RawClient.connected(servers.readOnly());
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
}
