package dev.oktamcp.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.json.JsonMapper;

import java.util.Map;

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
