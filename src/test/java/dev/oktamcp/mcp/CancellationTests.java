package dev.oktamcp.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.SettableClock;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.simulation.Fault;
import dev.oktamcp.simulation.SimulatedOrg;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

@ServerTest
class CancellationTests {

    private final SimulatedOrg org;
    private final TestServers servers;
    private final JdbcClient jdbc;
    private final SettableClock clock;

    CancellationTests(
            @Autowired SimulatedOrg org,
            @Autowired TestServers servers,
            @Autowired JdbcClient jdbc,
            @Autowired SettableClock clock) {
        this.org = org;
        this.servers = servers;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @AfterEach
    void now() {
        clock.goBackToNow();
    }

    private static final String CALL =
            """
            {"jsonrpc":"2.0","id":"slow","method":"tools/call",
             "params":{"name":"get_user","arguments":{"user_id":"me"}}}\
            """;
    private static final String CANCEL =
            """
            {"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":"slow"}}\
            """;

    private CompletableFuture<HttpResponse<String>> slowCall(RawClient client) {
        org.next(Fault.delay(Duration.ofMillis(1900)));
        var answer = CompletableFuture.supplyAsync(() -> client.post(CALL));
        Awaitility.await().until(() -> !org.requests().isEmpty());
        return answer;
    }

    @Test
    void endsACallWithoutAnAnswerAndTheRequestToOktaToo() {
        var url = servers.readOnly();
        var client = RawClient.connected(url);
        var began = System.nanoTime();
        var answer = slowCall(client);

        client.post(CANCEL);

        assertThat(answer.join().body()).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(1500));
        assertThat(codeOf(url)).isEqualTo("CANCELLED");
    }

    @Test
    void isNotDoneByAnotherSession() {
        var url = servers.readOnly();
        var answer = slowCall(RawClient.connected(url));

        RawClient.connected(url).post(CANCEL);

        assertThat(answer.join().body()).contains("\"id\":\"slow\"").contains("result");
    }

    @Test
    void isForgottenWhereNoReplicaHasTheCall() {
        var url = servers.readOnly();
        RawClient.connected(url).post(CANCEL);
        assertThat(waitingFor(url)).isOne();

        clock.goAhead(Duration.ofMinutes(3));

        Awaitility.await().atMost(Duration.ofSeconds(2)).until(() -> waitingFor(url) == 0);
    }

    private int waitingFor(String url) {
        return jdbc.sql("select count(*) from session_message where server_id = :id")
                .param("id", TestServers.id(url))
                .query(Integer.class)
                .single();
    }

    private Object codeOf(String url) {
        return jdbc.sql("select code from audit_event where server_id = :id")
                .param("id", TestServers.id(url))
                .query(String.class)
                .single();
    }
}
