package dev.oktamcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.Databases;
import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.RunningServer;
import dev.oktamcp.fixture.TestDatabase;
import dev.oktamcp.simulation.Fault;
import dev.oktamcp.simulation.SimulatedOrg;

import org.awaitility.Awaitility;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/// Two servers that share one PostgreSQL, and sessions of clients that can be asked.
final class TwoReplicas implements AutoCloseable {

    private static final String SLOW =
            """
            {"jsonrpc":"2.0","id":"slow","method":"tools/call",
             "params":{"name":"get_user","arguments":{"user_id":"me"}}}\
            """;

    final TestDatabase database = Databases.POSTGRESQL.empty();
    final SimulatedOrg org = SimulatedOrg.start();
    final RunningServer one = RunningServer.start(database, org);
    final RunningServer two = RunningServer.start(database, org);

    /// The id of a new session at the first one.
    String session(String url) {
        return RawClient.session(url, "2025-11-25", "{\"elicitation\":{}}");
    }

    /// A client with this session, at the one or the other.
    RawClient client(RunningServer server, String url, String session) {
        return RawClient.of(server.here(url)).with("Mcp-Session-Id", session);
    }

    /// A call that would take five seconds, and what comes of it.
    CompletableFuture<String> slowCall(RawClient client) {
        org.forgetRequests();
        org.next(Fault.delay(Duration.ofSeconds(5)));
        var answer = CompletableFuture.supplyAsync(() -> client.post(SLOW).body());
        Awaitility.await().until(() -> !org.requests().isEmpty());
        return answer;
    }

    /// With a failure that names what ended it.
    static void endsSoonWith(CompletableFuture<String> answer, String what) {
        assertThat(answer)
                .succeedsWithin(Duration.ofSeconds(2))
                .asString()
                .contains("\"isError\":true", what + " has ended");
    }

    static void endsEmptySoon(CompletableFuture<String> answer) {
        assertThat(answer).succeedsWithin(Duration.ofSeconds(2)).isEqualTo("");
    }

    @Override
    public void close() {
        two.close();
        one.close();
        org.close();
    }
}
