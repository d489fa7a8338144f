package dev.oktamcp;

import static dev.oktamcp.TwoReplicas.endsSoonWith;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.OpenStream;
import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.RunningServer;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.server.ServerDefinition.Config;
import dev.oktamcp.server.ServerDefinition.Filter;
import dev.oktamcp.server.ToolExposure;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// The end of a session at one of two servers.
@TestInstance(Lifecycle.PER_CLASS)
class ReplicaSessionTests {

    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";

    private final TwoReplicas replicas = new TwoReplicas();
    private String url = "";
    private String session = "";

    @BeforeEach
    void begin() {
        url = replicas.one.servers().readOnly();
        session = replicas.session(url);
    }

    @AfterAll
    void stop() {
        replicas.close();
    }

    private int endAtTheOther(String id) {
        return replicas.client(replicas.two, url, id).send("DELETE", "").statusCode();
    }

    private int ping(RunningServer server, String id) {
        return replicas.client(server, url, id).post(PING).statusCode();
    }

    @Test
    void endsAllThatItHasUnderWay() {
        var answer = replicas.slowCall(replicas.client(replicas.one, url, session));
        try (var stream = OpenStream.get(url, "Mcp-Session-Id", session)) {
            stream.next();

            assertThat(endAtTheOther(session)).isEqualTo(204);

            assertThat(stream.endsWithin(2000)).isTrue();
            endsSoonWith(answer, "The session");
        }
        assertThat(ping(replicas.one, session)).isEqualTo(404);
        assertThat(ping(replicas.two, session)).isEqualTo(404);
    }

    @Test
    void endsAStreamOfTheOldTransport() {
        try (var stream = OpenStream.get(url + "/sse", "User-Agent", "old")) {
            var endpoint = stream.next().data();

            endAtTheOther(endpoint.substring(endpoint.indexOf('=') + 1));

            assertThat(stream.endsWithin(2000)).isTrue();
        }
    }

    @Test
    void isKnownAfterAStart() {
        endAtTheOther(session);

        try (var three = RunningServer.start(replicas.database, replicas.org)) {
            assertThat(ping(three, session)).isEqualTo(404);
            assertThat(ping(three, replicas.session(url))).isEqualTo(200);
        }
    }

    @Test
    void staysHoweverManyEndAtAnotherMcpServer() {
        endAtTheOther(session);

        endMoreThanAreKept(TestServers.id(replicas.one.servers().readOnly()));

        var last = replicas.session(url);
        endAtTheOther(last);
        Awaitility.await().until(() -> ping(replicas.one, last) == 404);
        assertThat(ping(replicas.one, session)).isEqualTo(404);
        assertThat(ping(replicas.two, session)).isEqualTo(404);
    }

    @Test
    void isForgottenWhereTooManyEndedAfterIt() {
        var crowded = replicas.one.servers().readOnly();
        endMoreThanAreKept(TestServers.id(crowded));

        var last = replicas.client(replicas.two, crowded, replicas.session(crowded));
        last.send("DELETE", "");

        assertThat(
                        replicas.database
                                .jdbc()
                                .sql("select count(*) from ended_session where server_id = :id")
                                .param("id", TestServers.id(crowded))
                                .query(Integer.class)
                                .single())
                .isEqualTo(10_000);
        assertThat(last.post(PING).statusCode()).isEqualTo(404);
    }

    private void endMoreThanAreKept(String serverId) {
        var jdbc = replicas.database.jdbc();
        jdbc.sql(
                        """
                        insert into ended_session (session_id, server_id, revision, ended_at)
                        select :serverId || i, :serverId, (select sessions from revision) + 20000 - i, now()
                          from generate_series(0, 10100) i
                        """)
                .param("serverId", serverId)
                .update();
        jdbc.sql("update revision set sessions = sessions + 20000").update();
    }

    @Test
    void comesWithThatOfItsSecondFactor() {
        var config = new Config(Filter.ofMethods("read"), ToolExposure.DEFAULT, true);
        url = replicas.one.servers().with(config, null);
        var made = "{\"name\": \"factor\", \"roles\": [\"mcp\"]}";
        var factor = replicas.one.api().post("/api-tokens", made);
        var bearer = "Bearer " + factor.text("/token");
        var client = RawClient.of(url).with("Authorization", bearer);
        session = client.initialize("{}").headers().firstValue("Mcp-Session-Id").orElseThrow();
        var answer = replicas.slowCall(client.with("Mcp-Session-Id", session));
        try (var stream = OpenStream.get(url, "Mcp-Session-Id", session, "Authorization", bearer)) {
            stream.next();

            replicas.two.api().delete("/api-tokens/" + factor.text("/id"));

            assertThat(stream.endsWithin(2000)).isTrue();
            endsSoonWith(answer, "The API token");
        }
    }
}
