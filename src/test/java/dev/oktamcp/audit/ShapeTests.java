package dev.oktamcp.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

@ServerTest
class ShapeTests {

    private final RawClient client;

    ShapeTests(@Autowired TestServers servers) {
        this.client = RawClient.connected(servers.readOnly());
    }

    @Test
    void letsNoSecretAndNoLinkOut() {
        var response = client.call("test_secrets", Map.of()).response().toString();

        assertThat(response).contains("0oa1").contains("[redacted]").doesNotContain("canary");
    }

    @Test
    void refusesAnAnswerThatClientsWouldCut() {
        var result = client.call("test_large", Map.of());

        assertThat(result.code()).isEqualTo("TOO_LARGE");
        assertThat(result.text()).contains("Ask for less");
    }

    @Test
    void handsOnAnAnswerThatIsOnlyContentUnlessItIsTooLarge() {
        assertThat(client.call("test_content", Map.of()).text()).isEqualTo("a picture");
        assertThat(client.call("test_large_content", Map.of()).code()).isEqualTo("TOO_LARGE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"next_cursor\":\"abc\",\"has_more\":true", "\"has_more\":false"})
    void saysThatThereIsMoreAndGivesNoCursorThatLeadsPastWhatItCut(String end) {
        var items =
                IntStream.range(0, 9_000)
                        .mapToObj("{\"id\":%d}"::formatted)
                        .collect(Collectors.joining(",", "[", "]"));
        var page = "{\"items\":%s,%s}".formatted(items, end);

        var value = client.call("test_given", Map.of("text", base64(page))).value();

        var shown = value.path("items").size();
        assertThat(shown).isBetween(3_000, 8_000);
        assertThat(value.has("next_cursor")).isFalse();
        assertThat(value.path("has_more").booleanValue()).isTrue();
        assertThat(value.path("cut_note").stringValue())
                .contains("Call again without fetch_all and with limit %d".formatted(shown));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void tellsNothingOfAnException() {
        var response = client.call("test_breaks", Map.of()).response().toString();

        assertThat(response)
                .contains("INTERNAL")
                .doesNotContain("jdbc")
                .doesNotContain("Exception");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"client_secret\":\"x\"}       | {\"client_secret\":\"[redacted]\"}",
                "{\"a\":[{\"Password\":\"x\"}]}  | {\"a\":[{\"Password\":\"[redacted]\"}]}",
                "{\"password\":{\"hash\":\"x\"}} | {\"password\":\"[redacted]\"}",
                "{\"password\":{\"value\":\"x\"}} | {\"password\":\"[redacted]\"}",
                "{\"password\":{\"age\":{\"maxAgeDays\":1}}} |"
                        + " {\"password\":{\"age\":{\"maxAgeDays\":1}}}",
                "{\"authScheme\":{\"key\":\"k\",\"value\":\"x\"}} |"
                        + " {\"authScheme\":{\"key\":\"k\",\"value\":\"[redacted]\"}}",
                "{\"providerAuthToken\":\"x\"}   | {\"providerAuthToken\":\"[redacted]\"}",
                "{\"privateKey\":{\"kty\":\"RSA\"}} | {\"privateKey\":\"[redacted]\"}",
                "{\"headers\":[{\"key\":\"k\",\"value\":\"x\"}]} |"
                        + " {\"headers\":[{\"key\":\"k\",\"value\":\"[redacted]\"}]}",
                "{\"authorization_header\":\"x\"} | {\"authorization_header\":\"[redacted]\"}",
                "{\"secretKey\":\"x\"}           | {\"secretKey\":\"[redacted]\"}",
                "{\"password\":{}}               | {\"password\":{}}",
                "{\"password\":null}             | {\"password\":null}",
                "{\"passwordChanged\":\"x\"}     | {\"passwordChanged\":\"x\"}",
                "{\"deviceToken\":\"x\"}         | {\"deviceToken\":\"[redacted]\"}",
                "{\"tokenType\":\"Bearer\"}      | {\"tokenType\":\"Bearer\"}"
            })
    void knowsSecretsByTheirNames(String given, String left) {
        var node = JsonMapper.shared().readTree(given);

        Redaction.secrets(node);

        assertThat(node).hasToString(left);
    }
}
