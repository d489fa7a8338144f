package dev.oktamcp.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.StatelessClient;
import dev.oktamcp.fixture.TestServers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

/// What is kept for a client, or said again with each notice, is not of any length.
@EdgeTest
class LengthTests {

    private static final String LONG = "x".repeat(10_000);

    private final String url;

    LengthTests(@Autowired TestServers servers) {
        this.url = servers.readOnly();
    }

    private static void isRefused(JsonNode answer) {
        assertThat(answer.at("/error/code").asInt()).isEqualTo(-32602);
        assertThat(answer.at("/error/message").asString()).contains("longer than");
    }

    @ParameterizedTest
    @ValueSource(strings = {"session", "stateless"})
    void ofAProgressTokenIsBounded(String era) {
        var token = "\"" + LONG + "\"";
        var call = "{\"name\":\"test_progress\",\"_meta\":{\"progressToken\":%s}}".formatted(token);

        isRefused(
                era.equals("session")
                        ? RawClient.connected(url).request("tools/call", call)
                        : StatelessClient.of(url)
                                .meta("progressToken", token)
                                .request("tools/call", call));
    }

    @Test
    void ofASubscriptionIsBoundedInASession() {
        var uri = "{\"uri\":\"test://%s\"}".formatted(LONG);

        isRefused(RawClient.connected(url).request("resources/subscribe", uri));
    }

    @Test
    void ofASubscriptionIsBoundedInAListener() {
        var wanted =
                "{\"notifications\":{\"resourceSubscriptions\":[\"test://%s\"]}}".formatted(LONG);

        isRefused(StatelessClient.of(url).request("subscriptions/listen", wanted));
    }
}
