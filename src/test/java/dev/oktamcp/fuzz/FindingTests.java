package dev.oktamcp.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.RawRequest;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.StatelessClient;
import dev.oktamcp.fixture.TestServers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import java.net.URI;

/// What the fuzz runs found, each in a test of its own.
@ServerTest
@ExtendWith(OutputCaptureExtension.class)
class FindingTests {

    private final String url;
    private final String path;

    FindingTests(@Autowired TestServers servers) {
        this.url = servers.readOnly();
        this.path = URI.create(url).getPath();
    }

    private String raw(String target, String headers) {
        var head = "POST %s HTTP/1.1\nHost: localhost\n%s".formatted(target, headers);
        return RawRequest.send(url, head + "Content-Length: 0\n");
    }

    @Test
    void answerAHeaderThatIsTooLongAsTheClientsMistake(CapturedOutput output) {
        var answer = raw(path, "X-Long: " + "x".repeat(20_000) + "\n");

        assertThat(answer).startsWith("HTTP/1.1 400 ");
        assertThat(output).doesNotContain(" ERROR ");
    }

    @Test
    void answerWhatIsNoHttpWithoutAPage() {
        assertThat(raw(path, "X\u0001Y: z\n")).startsWith("HTTP/1.1 400 ").doesNotContain("<");
        assertThat(raw("http://evil.example/mcp/a.b", "")).doesNotContain("<");
    }

    @Test
    void answerAQueryThatIsNoneAsTheClientsMistake(CapturedOutput output) {
        var answer =
                RawRequest.send(
                        url,
                        """
                        POST %s/messages?sessionId=%%ff HTTP/1.1
                        Host: localhost
                        Content-Type: application/json
                        Content-Length: 40
                        """
                                .formatted(path),
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}");

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("\"code\":-32600");
        assertThat(output).doesNotContain(" ERROR ");
    }

    /// As a `?` it would reach Okta, and an id that is one would come back as another.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"jsonrpc\":\"2.0\",\"id\":\"\\ud800\",\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":{\"a\\uDC00\":1}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":{\"a\":[\"\\udc00\\ud800\"]}}"
            })
    void refuseHalfACharacter(String body) {
        var answer = RawClient.connected(url).post(body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("-32700");
    }

    @Test
    void takeAWholeCharacterThatIsWrittenInTwoHalves() {
        var answer =
                RawClient.connected(url)
                        .post(
                                "{\"jsonrpc\":\"2.0\",\"id\":\"\\ud83d\\ude00\",\"method\":\"ping\"}");

        assertThat(answer.body()).contains("\"id\":\"\ud83d\ude00\"");
    }

    @Test
    void allowNoMoreByOptionsThanThereIs() {
        var answer = RawClient.of(url).send("OPTIONS", "");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("POST, GET, DELETE");
        assertThat(StatelessClient.of(url).request("server/discover", "{}").has("result")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sse", "/messages"})
    void doNotLogWhatAPeerGotWrong(String end, CapturedOutput output) {
        assertThat(RawClient.of(url + end).send("PATCH", "").statusCode()).isEqualTo(405);

        assertThat(output).doesNotContain(" WARN ");
    }
}
