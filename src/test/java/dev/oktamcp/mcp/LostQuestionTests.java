package dev.oktamcp.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.RawRequest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.simulation.SimulatedOrg;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/// A question whose client has gone.
@EdgeTest
class LostQuestionTests {

    private final SimulatedOrg org;
    private final JdbcClient jdbc;
    private final String url;
    private final String user;

    LostQuestionTests(
            @Autowired SimulatedOrg org,
            @Autowired TestServers servers,
            @Autowired JdbcClient jdbc) {
        this.org = org;
        this.jdbc = jdbc;
        this.url = servers.full();
        this.user = org.hasUser("nobody.asked@example.com", "ACTIVE");
    }

    /// The id of a question to a client that hung up when it had read it.
    private String asked(String session) throws IOException {
        var body =
                """
                {"jsonrpc":"2.0","id":"q","method":"tools/call",
                 "params":{"name":"deactivate_user","arguments":{"user_id":"%s"}}}\
                """
                        .formatted(user);
        try (var socket = new Socket("localhost", URI.create(url).getPort())) {
            socket.setSoTimeout(10_000);
            socket.setSoLinger(true, 0);
            var header = "Mcp-Session-Id: %s\n".formatted(session);
            socket.getOutputStream().write(RawRequest.message(url, header, body));
            return question(
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.UTF_8)));
        }
    }

    private static String question(BufferedReader events) throws IOException {
        for (var line = events.readLine(); line != null; line = events.readLine()) {
            if (line.startsWith("data: {")) {
                return JsonMapper.shared().readTree(line.substring(6)).path("id").asString();
            }
        }
        throw new AssertionError("No question has come");
    }

    private List<String> codes() {
        return jdbc.sql("select code from audit_event where server_id = :id")
                .param("id", TestServers.id(url))
                .query(String.class)
                .list();
    }

    /// Nobody could hear what became of a yes.
    @Test
    void endsWhereItsReplyCanNotBeReadOn() throws IOException {
        var session = RawClient.session(url, "2025-06-18", "{\"elicitation\":{}}");
        var question = asked(session);

        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> codes().equals(List.of("NOT_CONFIRMED")));

        answer(session, question, "accept");
        assertThat(org.statusOf(user)).isEqualTo("ACTIVE");
    }

    private void answer(String session, String question, String action) {
        RawClient.of(url)
                .with("Mcp-Session-Id", session)
                .post(
                        "{\"jsonrpc\":\"2.0\",\"id\":\"%s\",\"result\":{\"action\":\"%s\"}}"
                                .formatted(question, action));
    }

    @Test
    void staysWhereItsReplyCanBeReadOn() throws Exception {
        var session = RawClient.session(url, "2025-11-25", "{\"elicitation\":{}}");
        var question = asked(session);
        Thread.sleep(1_500);

        assertThat(codes()).isEmpty();

        answer(session, question, "decline");
        Awaitility.await().until(() -> codes().equals(List.of("NOT_CONFIRMED")));
    }
}
