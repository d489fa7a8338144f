package dev.oktamcp.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.OpenStream;
import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.SettableClock;
import dev.oktamcp.fixture.StatelessClient;
import dev.oktamcp.fixture.TestApi;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.server.ServerDefinition.Config;
import dev.oktamcp.server.ServerDefinition.Filter;
import dev.oktamcp.server.ToolExposure;
import dev.oktamcp.simulation.Fault;
import dev.oktamcp.simulation.SimulatedOrg;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// What was begun with an API token beside the URL, when that token ends.
@ServerTest
class SecondFactorEndTests {

    private final SimulatedOrg org;
    private final TestApi api;
    private final SettableClock clock;
    private final String url;
    private final TestApi.Answer factor;

    SecondFactorEndTests(
            @Autowired SimulatedOrg org,
            @Autowired TestApi api,
            @Autowired TestServers servers,
            @Autowired SettableClock clock) {
        this.org = org;
        this.api = api;
        this.clock = clock;
        var config = new Config(Filter.ofMethods("read"), ToolExposure.DEFAULT, true);
        this.url = servers.with(config, null);
        this.factor = made();
    }

    /// A token for an hour.
    private TestApi.Answer made() {
        var end = clock.instant().plus(Duration.ofHours(1));
        return api.post(
                "/api-tokens",
                "{\"name\": \"factor\", \"roles\": [\"mcp\"], \"expires_at\": \"%s\"}"
                        .formatted(end));
    }

    @AfterEach
    void now() {
        clock.goBackToNow();
    }

    private void end(String how) {
        if (how.equals("deleted")) {
            api.delete("/api-tokens/" + factor.text("/id"));
        } else {
            clock.goAhead(Duration.ofHours(1));
        }
    }

    private static String bearer(TestApi.Answer token) {
        return "Bearer " + token.text("/token");
    }

    private OpenStream stream(TestApi.Answer token) {
        var session =
                RawClient.of(url)
                        .with("Authorization", bearer(token))
                        .initialize("{}")
                        .headers()
                        .firstValue("Mcp-Session-Id");
        return OpenStream.get(
                url, "Mcp-Session-Id", session.orElseThrow(), "Authorization", bearer(token));
    }

    private OpenStream listening() {
        return StatelessClient.of(url)
                .with("Authorization", bearer(factor))
                .open(
                        "subscriptions/listen",
                        StatelessClient.params("{\"notifications\":{\"toolsListChanged\":true}}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"deleted", "lapsed"})
    void endsStreamsOfBothEras(String how) {
        try (var stream = stream(factor);
                var listening = listening()) {
            stream.next();
            listening.next();

            end(how);

            assertThat(stream.endsWithin(2000)).isTrue();
            assertThat(listening.endsWithin(2000)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"deleted", "lapsed"})
    void endsCalls(String how) {
        var answer = slowCall();

        end(how);

        assertThat(answer)
                .succeedsWithin(Duration.ofSeconds(2))
                .asString()
                .contains("The API token has ended");
    }

    /// One that would take four seconds.
    private CompletableFuture<String> slowCall() {
        var client = StatelessClient.of(url).with("Authorization", bearer(factor));
        var params = StatelessClient.params("{\"name\":\"get_user\"}");
        params.putPOJO("arguments", Map.of("user_id", "me"));
        org.next(Fault.delay(Duration.ofSeconds(4)));
        var answer = CompletableFuture.supplyAsync(() -> client.send("tools/call", params).body());
        Awaitility.await().until(() -> !org.requests().isEmpty());
        return answer;
    }

    @Test
    void endsNothingOfAnotherToken() {
        try (var stream = stream(made())) {
            stream.next();

            end("deleted");

            assertThat(stream.endsWithin(1000)).isFalse();
        }
    }
}
