package dev.oktamcp.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.SettableClock;
import dev.oktamcp.fixture.TestApi;
import dev.oktamcp.fixture.TestServers;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;

/// `/api/keys`.
@ServerTest
class KeyRestTests {

    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";

    private final TestApi api;
    private final TestServers servers;
    private final SettableClock clock;

    KeyRestTests(
            @Autowired TestApi api,
            @Autowired TestServers servers,
            @Autowired SettableClock clock) {
        this.api = api;
        this.servers = servers;
        this.clock = clock;
    }

    @AfterEach
    void now() {
        clock.goBackToNow();
    }

    private int mostKeys() {
        var most = 0;
        for (var keyset : api.get("/keys").json().at("/items")) {
            most = Math.max(most, keyset.at("/keys").intValue());
        }
        return most;
    }

    @Test
    void keepsSessionsThroughARotationAndEndsThemWithTheOldKeys() {
        var client = RawClient.connected(servers.readOnly());

        assertThat(api.post("/keys/rotate", "").status()).isEqualTo(200);

        assertThat(mostKeys()).isGreaterThan(1);
        assertThat(client.post(PING).statusCode()).isEqualTo(200);
        assertThat(api.delete("/keys/old").status()).isEqualTo(409);
        clock.goAhead(Duration.ofMinutes(6));
        assertThat(api.delete("/keys/old").status()).isEqualTo(204);
        assertThat(mostKeys()).isEqualTo(1);
        assertThat(client.post(PING).statusCode()).isEqualTo(404);
    }
}
