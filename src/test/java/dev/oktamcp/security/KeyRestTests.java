package dev.oktamcp.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.SettableClock;
import dev.oktamcp.fixture.TestApi;
import dev.oktamcp.fixture.TestApi.Answer;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Duration;
import java.util.UUID;

/// `/api/keys`.
@ServerTest
class KeyRestTests {

    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";

    private final TestApi api;
    private final TestServers servers;
    private final SettableClock clock;
    private final SimulatedOrg okta;
    private final JdbcClient jdbc;

    KeyRestTests(
            @Autowired TestApi api,
            @Autowired TestServers servers,
            @Autowired SettableClock clock,
            @Autowired SimulatedOrg okta,
            @Autowired JdbcClient jdbc) {
        this.api = api;
        this.servers = servers;
        this.clock = clock;
        this.okta = okta;
        this.jdbc = jdbc;
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

    @Test
    void keepsOldKeysUntilEverySecretOpens() {
        var id = connection();
        try {
            jdbc.sql("update connection set auth = 'x' || auth where id = :id")
                    .param("id", id)
                    .update();

            assertRefusedFor(id, api.post("/keys/rotate", ""));
            clock.goAhead(Duration.ofMinutes(6));
            assertRefusedFor(id, api.delete("/keys/old"));
            assertThat(mostKeys()).isGreaterThan(1);

            api.patch("/connections/" + id, 1, "{\"auth\": %s}".formatted(auth()));
            assertThat(api.delete("/keys/old").status()).isEqualTo(204);
            assertThat(mostKeys()).isEqualTo(1);
        } finally {
            api.delete("/connections/" + id);
        }
    }

    private String auth() {
        return "{\"type\": \"api_token\", \"token\": \"%s\"}".formatted(okta.apiToken());
    }

    private String connection() {
        return api.post(
                        "/connections",
                        "{\"name\": \"%s\", \"org_url\": \"%s\", \"auth\": %s}"
                                .formatted(UUID.randomUUID(), okta.url(), auth()))
                .text("/id");
    }

    private static void assertRefusedFor(String id, Answer answer) {
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text("/detail")).contains("connection/" + id).contains("Store it again");
    }
}
