package dev.oktamcp.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.connection.Connections;
import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestApi;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/// A question to the user, frame by frame.
@ServerTest
class ElicitationTests {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final SimulatedOrg org;
    private final TestApi api;
    private final String connection;
    private final String url;
    private final String session;
    private String user = "";

    ElicitationTests(
            @Autowired SimulatedOrg org,
            @Autowired TestApi api,
            @Autowired TestServers servers,
            @Autowired Connections connections) {
        this.org = org;
        this.api = api;
        this.connection = connections.named("default").orElseThrow().id();
        this.url = servers.full();
        this.session = session("2025-11-25");
    }

    @BeforeEach
    void aUser() {
        user = org.hasUser("asked.about@example.com", "ACTIVE");
    }

    private String session(String version) {
        return RawClient.session(url, version, "{\"elicitation\":{}}");
    }

    private RawClient in(String sessionId) {
        return RawClient.of(url).with("Mcp-Session-Id", sessionId);
    }

    private String deactivate(Object id) {
        return """
        {"jsonrpc":"2.0","id":"%s","method":"tools/call",
         "params":{"name":"deactivate_user","arguments":{"user_id":"%s"}}}\
        """
                .formatted(id, user);
    }

    /// A call that is being asked about.
    private final class Asked implements AutoCloseable {

        private final HttpURLConnection connection;
        private final BufferedReader events;
        private final JsonNode question;

        Asked(Object id) throws IOException {
            connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
            connection.setDoOutput(true);
            connection.setReadTimeout(10_000);
            connection.setRequestProperty("Content-Type", "application/json");
            connection.setRequestProperty("Accept", "application/json, text/event-stream");
            connection.setRequestProperty("Mcp-Session-Id", session);
            connection.getOutputStream().write(deactivate(id).getBytes(StandardCharsets.UTF_8));
            assertThat(connection.getContentType()).startsWith("text/event-stream");
            assertThat(connection.getHeaderField("X-Accel-Buffering")).isEqualTo("no");
            events =
                    new BufferedReader(
                            new InputStreamReader(
                                    connection.getInputStream(), StandardCharsets.UTF_8));
            question = next();
        }

        private JsonNode next() throws IOException {
            for (var line = events.readLine(); line != null; line = events.readLine()) {
                if (line.startsWith("data: {")) {
                    return JSON.readTree(line.substring(6));
                }
            }
            return JSON.missingNode();
        }

        private String answer(String rest) {
            return "{\"jsonrpc\":\"2.0\",\"id\":\"%s\",%s}"
                    .formatted(question.path("id").stringValue(), rest);
        }

        @Override
        public void close() {
            connection.disconnect();
        }
    }

    @Test
    void namesTheActTheOrgAndTheArguments() throws IOException {
        try (var asked = new Asked("q")) {
            var params = asked.question.path("params");

            assertThat(asked.question.path("method").stringValue()).isEqualTo("elicitation/create");
            assertThat(params.path("mode").stringValue()).isEqualTo("form");
            assertThat(params.path("message").stringValue())
                    .contains("Deactivate user in " + org.url())
                    .contains("asked.about@example.com (%s)".formatted(user))
                    .contains("deactivateUser with {\"id\":\"%s\"}".formatted(user));
            in(session).post(asked.answer("\"result\":{\"action\":\"decline\"}"));
        }
    }

    @Test
    void isAnsweredByTheSessionThatWasAskedAlone() throws IOException {
        try (var asked = new Asked("q")) {
            var yes = asked.answer("\"result\":{\"action\":\"accept\",\"content\":{}}");

            in(session("2025-11-25")).post(yes);
            in(session).post(asked.answer("\"result\":{\"action\":\"decline\"}"));

            assertThat(asked.next().at("/result/isError").asBoolean(false)).isTrue();
        }
        assertThat(org.statusOf(user)).isEqualTo("ACTIVE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"error\":{\"code\":-1,\"message\":\"x\"}",
                "\"result\":{}",
                "\"result\":{\"action\":\"ACCEPT\"}",
                "\"result\":{\"action\":\"cancel\"}",
                "\"result\":\"accept\""
            })
    void takesEverythingButAClearYesForANo(String answer) throws IOException {
        try (var asked = new Asked("q")) {
            in(session).post(asked.answer(answer));

            assertThat(asked.next().at("/result/_meta/dev.oktamcp~1failure/code").stringValue())
                    .isEqualTo("NOT_CONFIRMED");
        }
        assertThat(org.statusOf(user)).isEqualTo("ACTIVE");
    }

    @Test
    void endsWithItsSession() throws IOException {
        try (var asked = new Asked("q")) {
            in(session).send("DELETE", "");

            assertThat(asked.next().toString())
                    .contains("\"isError\":true", "The session has ended");
        }
        assertThat(org.statusOf(user)).isEqualTo("ACTIVE");
    }

    @ParameterizedTest
    @CsvSource({"DELETE, ''", "POST, /disable", "POST, /rotate"})
    void endsWithItsUrl(String method, String act) throws IOException {
        try (var asked = new Asked("q")) {
            var server = "/mcp-servers/" + TestServers.id(url) + act;

            api.send(method, "/connections/" + connection + server, null);

            assertThat(asked.next().toString()).contains("\"isError\":true", "The URL has ended");
        }
        assertThat(org.statusOf(user)).isEqualTo("ACTIVE");
    }

    /// What was asked then may not be allowed any more.
    @Test
    void isNoYesToWhatWasTakenAwayMeanwhile() throws IOException {
        try (var asked = new Asked("q")) {
            var path = "/connections/" + connection + "/mcp-servers/" + TestServers.id(url);
            var version = api.get(path).json().path("version").asLong();
            api.patch(path, version, "{\"config\":{\"methods\":[\"read\"]}}");

            in(session).post(asked.answer("\"result\":{\"action\":\"accept\"}"));

            assertThat(asked.next().at("/result/content/0/text").asString())
                    .startsWith("Nothing was done");
        }
        assertThat(org.statusOf(user)).isEqualTo("ACTIVE");
    }

    @Test
    void ofTwoRequestsWithOneIdOnlyTheFirstIsHeard() throws IOException {
        try (var asked = new Asked("same")) {
            var second = in(session).post(deactivate("same")).body();
            in(session).post(asked.answer("\"result\":{\"action\":\"decline\"}"));

            assertThat(second).contains("under way already");
        }
    }

    @Test
    void isNotPutInAVersionThatHasNoQuestions() {
        var answer = in(session("2025-03-26")).post(deactivate("q")).body();

        assertThat(answer).contains("this client can't be asked");
    }
}
