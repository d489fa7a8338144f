package dev.oktamcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.Databases;
import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.RunningServer;
import dev.oktamcp.fixture.TestDatabase;
import dev.oktamcp.simulation.SimulatedOrg;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import tools.jackson.databind.json.JsonMapper;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/// A server whose PostgreSQL goes away and comes back.
@TestInstance(Lifecycle.PER_CLASS)
class DatabaseAwayTests {

    /// How long a URL that was used goes on to be let in, and a little more.
    private static final Duration LONGEST_MEMORY = Duration.ofSeconds(2);

    private final TestDatabase database = Databases.POSTGRESQL.empty();
    private final SimulatedOrg org = SimulatedOrg.start();
    private final RunningServer server =
            RunningServer.start(database, org, "--spring.datasource.hikari.connection-timeout=500");

    @AfterAll
    void stop() {
        server.close();
        org.close();
    }

    @Test
    void isSaidAndPassesWithoutARestart() throws SQLException {
        var url = server.servers().readOnly();
        assertThat(RawClient.of(url).initialize("{}").statusCode()).isEqualTo(200);
        var token =
                server.api()
                        .post("/api-tokens", "{\"name\": \"away\", \"roles\": [\"admin\"]}")
                        .text("/token");

        allowConnections(false);
        try {
            apiSays("nothing was done", token);
            apiSays("it may have been done all the same", null);
            Awaitility.await().atMost(LONGEST_MEMORY).untilAsserted(() -> mcpSays(url));
        } finally {
            allowConnections(true);
        }

        Awaitility.await().until(() -> server.api().by(token).get("/connections").status() == 200);
        Awaitility.await().until(() -> RawClient.of(url).initialize("{}").statusCode() == 200);
    }

    /// @param token null for that of the environment, which is known without a database
    private void apiSays(String words, @Nullable String token) {
        var api = token == null ? server.api() : server.api().by(token);
        var answer = api.get("/connections");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.text("/detail")).contains("database does not answer now", words);
    }

    private static void mcpSays(String url) {
        var answer = RawClient.of(url).initialize("{}");
        var error = JsonMapper.shared().readTree(answer.body()).path("error");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(error.path("code").intValue()).isEqualTo(-32603);
        assertThat(error.path("message").stringValue()).contains("so nothing was done");
    }

    /// What is connected is thrown out.
    private void allowConnections(boolean allowed) throws SQLException {
        var begin = database.url().lastIndexOf('/') + 1;
        var name = database.url().substring(begin);
        var other = database.url().substring(0, begin) + "postgres";
        try (var connection =
                        DriverManager.getConnection(other, database.user(), database.password());
                var statement = connection.createStatement()) {
            statement.execute(
                    "alter database %s with allow_connections %s".formatted(name, allowed));
            if (allowed) {
                return;
            }
            statement.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s'"
                            .formatted(name));
        }
    }
}
