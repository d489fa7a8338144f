package dev.oktamcp.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.SettableClock;
import dev.oktamcp.fixture.TestServers;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;

@ServerTest
class SessionTests {

    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";

    private final TestServers servers;
    private final SettableClock clock;

    SessionTests(@Autowired TestServers servers, @Autowired SettableClock clock) {
        this.servers = servers;
        this.clock = clock;
    }

    @AfterEach
    void now() {
        clock.goBackToNow();
    }

    private static String sessionOf(String url) {
        return RawClient.of(url)
                .initialize("{}")
                .headers()
                .firstValue("Mcp-Session-Id")
                .orElseThrow();
    }

    private static int ping(String url, String session) {
        return RawClient.of(url).with("Mcp-Session-Id", session).post(PING).statusCode();
    }

    @Test
    void isNeeded() {
        assertThat(RawClient.of(servers.readOnly()).post(PING).statusCode()).isEqualTo(400);
    }

    @Test
    void isGoodForItsServerAlone() {
        var url = servers.readOnly();

        assertThat(ping(url, sessionOf(url))).isEqualTo(200);
        assertThat(ping(servers.full(), sessionOf(url))).isEqualTo(404);
    }

    @Test
    void canNotBeMadeUp() {
        assertThat(ping(servers.readOnly(), "made-up")).isEqualTo(404);
    }

    @Test
    void endsWhenItIsDeletedAndOnlyThen() {
        var url = servers.readOnly();
        var session = sessionOf(url);
        var other = sessionOf(url);

        var deleted = RawClient.of(url).with("Mcp-Session-Id", session).send("DELETE", "");

        assertThat(deleted.statusCode()).isEqualTo(204);
        assertThat(ping(url, session)).isEqualTo(404);
        assertThat(ping(url, other)).isEqualTo(200);
    }

    @Test
    void endsAfterADay() {
        var url = servers.readOnly();
        var session = sessionOf(url);

        clock.goAhead(Duration.ofHours(25));

        assertThat(ping(url, session)).isEqualTo(404);
    }
}
