package dev.oktamcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.connection.Connections;
import dev.oktamcp.fixture.Databases;
import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.RunningServer;
import dev.oktamcp.fixture.TestDatabase;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.simulation.Fault;
import dev.oktamcp.simulation.SimulatedOrg;
import dev.oktamcp.store.KeyRotation;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// Two servers that share one PostgreSQL.
@TestInstance(Lifecycle.PER_CLASS)
class ReplicaTests {

    private final TestDatabase database = Databases.POSTGRESQL.empty();
    private final SimulatedOrg org = SimulatedOrg.start();
    private final RunningServer one = RunningServer.start(database, org);
    private final RunningServer two = RunningServer.start(database, org);

    @AfterAll
    void stop() {
        two.close();
        one.close();
        org.close();
    }

    @Test
    void serveTheSameUrlAndTheSameSession() {
        var client = RawClient.connected(one.servers().readOnly());

        var other = client.at(two.here(client.url()));

        assertThat(other.call("get_server_info", Map.of()).code()).isEmpty();
    }

    @Test
    void openASessionThatIsSealedWithAKeyThatTheyHaveNotMet() {
        one.get(KeyRotation.class).rotate();
        var client = RawClient.connected(one.servers().readOnly());

        var other = client.at(two.here(client.url()));

        assertThat(other.call("get_server_info", Map.of()).code()).isEmpty();
    }

    @Test
    void recordAChangeAndItsCallInOneDatabase() {
        var client = RawClient.connected(two.here(one.servers().full()));

        client.call("create_group", Map.of("profile", Map.of("name", "On PostgreSQL"))).value();

        assertThat(count("intent", "outcome is not null")).isEqualTo(1);
        assertThat(count("audit_event", "tool = 'create_group'")).isEqualTo(1);
    }

    @Test
    void endWithinASecondWhatTheOtherDeleted() {
        var url = one.servers().readOnly();
        var there = RawClient.connected(two.here(url));
        org.forgetRequests();
        org.next(Fault.delay(Duration.ofSeconds(5)));
        var answer =
                CompletableFuture.supplyAsync(
                        () -> there.call("get_user", Map.of("user_id", "me")).response());
        Awaitility.await().until(() -> !org.requests().isEmpty());
        var began = System.nanoTime();

        one.api().delete(server(url));

        assertThat(RawClient.of(two.here(url)).initialize("{}").statusCode()).isEqualTo(404);
        assertThat(answer.join().isMissingNode()).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(1));
    }

    private String server(String url) {
        var connection = one.get(Connections.class).named("default").orElseThrow();
        return "/connections/%s/mcp-servers/%s".formatted(connection.id(), TestServers.id(url));
    }

    private int count(String table, String condition) {
        return database.jdbc()
                .sql("select count(*) from %s where %s".formatted(table, condition))
                .query(Integer.class)
                .single();
    }
}
