package dev.oktamcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.connection.Connections;
import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.SettableClock;
import dev.oktamcp.fixture.TestApi;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.server.ServerDefinition.Filter;
import dev.oktamcp.simulation.Fault;
import dev.oktamcp.simulation.SimulatedOrg;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// A URL that ends takes with it what was begun through it.
@ServerTest
class EndedServerTests {

    private static final Duration OKTA_TAKES = Duration.ofMillis(1500);
    private static final String CALL =
            """
            {"jsonrpc":"2.0","id":"slow","method":"tools/call",
             "params":{"name":"get_user","arguments":{"user_id":"me"}}}\
            """;

    private final SimulatedOrg org;
    private final TestServers servers;
    private final TestApi api;
    private final SettableClock clock;
    private final JdbcClient jdbc;
    private final String path;

    EndedServerTests(
            @Autowired SimulatedOrg org,
            @Autowired TestServers servers,
            @Autowired TestApi api,
            @Autowired SettableClock clock,
            @Autowired JdbcClient jdbc,
            @Autowired Connections connections) {
        this.org = org;
        this.servers = servers;
        this.api = api;
        this.clock = clock;
        this.jdbc = jdbc;
        this.path =
                "/connections/%s/mcp-servers/"
                        .formatted(connections.named("default").orElseThrow().id());
    }

    @AfterEach
    void now() {
        clock.goBackToNow();
    }

    private CompletableFuture<HttpResponse<String>> slowCall(String url) {
        var client = RawClient.connected(url);
        org.next(Fault.delay(OKTA_TAKES));
        var answer = CompletableFuture.supplyAsync(() -> client.post(CALL));
        Awaitility.await().until(() -> !org.requests().isEmpty());
        return answer;
    }

    private void assertEnds(String url, Runnable act) {
        var answer = slowCall(url);

        act.run();

        assertThat(answer.join().body())
                .contains("\"id\":\"slow\"", "\"isError\":true", "The URL has ended");
        Awaitility.await().until(() -> !codes(url).isEmpty());
        assertThat(codes(url)).isEqualTo("[CANCELLED]");
        assertThat(RawClient.of(url).initialize("{}").statusCode()).isEqualTo(404);
    }

    private String codes(String url) {
        var codes =
                jdbc.sql("select code from audit_event where server_id = :id")
                        .param("id", TestServers.id(url))
                        .query(String.class)
                        .list();
        return codes.isEmpty() ? "" : codes.toString();
    }

    @Test
    void endsItsCallsWhenItIsDeleted() {
        var url = servers.readOnly();

        assertEnds(url, () -> api.delete(path + TestServers.id(url)));
    }

    @Test
    void saysThatAChangeMayHaveHappened() {
        var url = servers.full();
        var user = org.hasUser("changed.at.the.end@example.com");
        var client = RawClient.connected(url);
        org.next(Fault.delay(OKTA_TAKES));
        var answer =
                CompletableFuture.supplyAsync(
                        () -> client.call("suspend_user", Map.of("user_id", user)).response());
        Awaitility.await().until(() -> !org.requests().isEmpty());

        api.delete(path + TestServers.id(url));

        assertThat(answer.join().toString())
                .contains("OUTCOME_UNKNOWN", "The URL has ended", "it may have happened");
    }

    @Test
    void endsItsCallsWhenItIsDisabled() {
        var url = servers.readOnly();

        assertEnds(url, () -> api.post(path + TestServers.id(url) + "/disable", ""));
    }

    @Test
    void endsItsCallsWhenItIsRotated() {
        var url = servers.readOnly();

        assertEnds(url, () -> api.post(path + TestServers.id(url) + "/rotate", ""));
    }

    @Test
    void endsItsCallsWhenItExpires() {
        var url = servers.with(Filter.ofMethods("read"), clock.instant().plusSeconds(60));

        assertEnds(url, () -> clock.goAhead(Duration.ofSeconds(60)));

        var left =
                jdbc.sql(
                                """
                                select count(t.secret_hash)
                                  from server_definition s
                                  left join server_token t on t.server_id = s.id
                                 where s.id = :id
                                 group by s.id
                                """)
                        .param("id", TestServers.id(url))
                        .query(Integer.class)
                        .single();
        assertThat(left).isZero();
    }

    @Test
    void letsCallsGoOnDuringAGrace() {
        var url = servers.readOnly();
        var answer = slowCall(url);

        api.post(path + TestServers.id(url) + "/rotate?grace=PT1H", "");

        assertThat(answer.join().body()).contains("\"id\":\"slow\"").contains("result");
    }

    @Test
    void leavesTheCallsOfOthersAlone() {
        var url = servers.readOnly();
        var other = servers.readOnly();
        var answer = slowCall(url);

        api.delete(path + TestServers.id(other));

        assertThat(answer.join().body()).contains("\"id\":\"slow\"").contains("result");
    }
}
