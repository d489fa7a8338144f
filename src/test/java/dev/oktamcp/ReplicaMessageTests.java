package dev.oktamcp;

import static dev.oktamcp.TwoReplicas.endsEmptySoon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.OpenStream;
import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.TestServers;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What comes to one of two servers for a call that runs at the other.
@TestInstance(Lifecycle.PER_CLASS)
class ReplicaMessageTests {

    private final TwoReplicas replicas = new TwoReplicas();
    private String url = "";
    private String session = "";
    private String user = "";

    @BeforeEach
    void begin() {
        url = replicas.one.servers().full();
        session = replicas.session(url);
        user = replicas.org.hasUser("asked.about@example.com", "ACTIVE");
    }

    @AfterAll
    void stop() {
        replicas.close();
    }

    private RawClient here() {
        return replicas.client(replicas.one, url, session);
    }

    private RawClient there(String id) {
        return replicas.client(replicas.two, url, id);
    }

    private OpenStream asked() {
        return asked("q");
    }

    /// A call whose user is asked.
    private OpenStream asked(String id) {
        var call =
                """
                {"jsonrpc":"2.0","id":"%s","method":"tools/call",
                 "params":{"name":"deactivate_user","arguments":{"user_id":"%s"}}}\
                """
                        .formatted(id, user);
        return OpenStream.post(url, call, "Mcp-Session-Id", session);
    }

    private static String answer(JsonNode question, String action) {
        return "{\"jsonrpc\":\"2.0\",\"id\":\"%s\",\"result\":{\"action\":\"%s\",\"content\":{}}}"
                .formatted(question.path("id").asString(), action);
    }

    private static String cancel(String id) {
        return "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":\"%s\"}}"
                .formatted(id);
    }

    /// What is stored for others.
    private List<String> stored() {
        return replicas.database
                .jdbc()
                .sql("select content from session_message where server_id = :id")
                .param("id", TestServers.id(url))
                .query(String.class)
                .list();
    }

    @Test
    void answersTheOneThatAsked() {
        try (var call = asked()) {
            var question = call.message();

            var taken = there(session).post(answer(question, "accept"));

            assertThat(taken.statusCode()).isEqualTo(202);
            assertThat(call.message().at("/result/isError").asBoolean(true)).isFalse();
        }
        assertThat(replicas.org.statusOf(user)).isEqualTo("DEPROVISIONED");
        assertThat(stored()).isEmpty();
    }

    @Test
    void answersNothingFromAnotherSession() {
        try (var call = asked()) {
            var question = call.message();

            there(replicas.session(url)).post(answer(question, "accept"));
            assertThat(stored()).isEmpty();
            there(session).post(answer(question, "decline"));

            assertThat(call.message().at("/result/isError").asBoolean(false)).isTrue();
        }
        assertThat(replicas.org.statusOf(user)).isEqualTo("ACTIVE");
    }

    @Test
    void isSealedWhileItWaits() {
        try (var call = asked()) {
            var question = call.message();
            here().post(cancel("q"));
            assertThat(call.endsWithin(2000)).isTrue();

            there(session).post(answer(question, "accept"));
        }

        assertThat(stored()).hasSize(1).noneMatch(content -> content.contains("accept"));
    }

    @Test
    void isNotKeptWhereNobodyAsked() {
        var madeUp = JsonMapper.shared().createObjectNode().put("id", "made-up");

        var taken = there(session).post(answer(madeUp, "accept"));

        assertThat(taken.statusCode()).isEqualTo(202);
        assertThat(stored()).isEmpty();
    }

    @Test
    void isRefusedWhereItIsTooLarge() {
        try (var call = asked()) {
            var question = call.message();

            var taken = there(session).post(answer(question, "x".repeat(65 << 10)));

            assertThat(taken.statusCode()).isEqualTo(413);
            assertThat(stored()).isEmpty();
            here().post(answer(question, "decline"));
        }
    }

    @Test
    void takesACallBack() {
        var answer = replicas.slowCall(here());

        there(session).post(cancel("slow"));

        endsEmptySoon(answer);
        assertThat(stored()).isEmpty();
    }

    @Test
    void takesNoCallOfAnotherSessionBack() {
        var answer = replicas.slowCall(here());

        there(replicas.session(url)).post(cancel("slow"));

        assertThat(answer).failsWithin(Duration.ofSeconds(1));
        here().post(cancel("slow"));
        endsEmptySoon(answer);
    }

    /// Nobody waits to hear what became of a cancellation, and it takes no answer's place.
    @Test
    void isDroppedWhereTooManyCancellationsWait() {
        for (var i = 0; i < 20; i++) {
            assertThat(there(session).post(cancel("x" + i)).statusCode()).isEqualTo(202);
        }
        assertThat(stored()).hasSize(16);

        try (var call = asked("q")) {
            there(session).post(answer(call.message(), "decline"));
            assertThat(call.message().at("/result/isError").asBoolean(false)).isTrue();
        }
    }

    @Test
    void isRefusedWhereTooManyAnswersWait() {
        var statuses = new ArrayList<Integer>();
        for (var i = 0; i < 17; i++) {
            try (var call = asked("q" + i)) {
                var question = call.message();
                here().post(cancel("q" + i));
                assertThat(call.endsWithin(2000)).isTrue();
                statuses.add(there(session).post(answer(question, "accept")).statusCode());
            }
        }

        assertThat(statuses.subList(0, 16)).containsOnly(202);
        assertThat(statuses.getLast()).isEqualTo(429);
        assertThat(stored()).hasSize(16);
    }

    @Test
    void waitsOnceHoweverOftenItComes() {
        for (var i = 0; i < 3; i++) {
            there(session).post(cancel("again"));
        }

        assertThat(stored()).hasSize(1);
    }
}
