package dev.oktamcp.confirmation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.OpenStream;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.SettableClock;
import dev.oktamcp.fixture.TestApi;
import dev.oktamcp.fixture.TestServers;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.List;

/// Nothing is sent without a valid yes, and with one exactly once: for each kind of call whose
/// question in a session comes to another end than an answer in time.
@ServerTest
@ParameterizedClass
@MethodSource("dev.oktamcp.confirmation.Shape#all")
class SessionEndMatrixTests {

    private static final OwnOrg ORG = new OwnOrg();

    @SuppressWarnings("NullAway.Init") // JUnit sets it
    @Parameter
    Shape shape;

    private final TestApi api;
    private final SettableClock clock;
    private final JdbcClient jdbc;

    @SuppressWarnings("NullAway.Init")
    private ShapedCall call;

    @SuppressWarnings("NullAway.Init")
    private AskingSession session;

    SessionEndMatrixTests(
            @Autowired TestApi api, @Autowired SettableClock clock, @Autowired JdbcClient jdbc) {
        this.api = api;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void prepare() {
        call = ShapedCall.of(shape, ORG, api);
        session = AskingSession.of(call.url());
    }

    @AfterAll
    static void stop() {
        ORG.close();
    }

    @AfterEach
    void asOktaDocumentsIt() {
        clock.goBackToNow();
        ORG.keptToTheDocuments();
    }

    private JsonNode asked(OpenStream stream) {
        var question = AskingSession.question(stream);
        assertThat(question.at("/params/message").asString()).contains(call.target());
        call.sentNothing();
        return question;
    }

    @Test
    void noAnswerInTimeIsANo() {
        try (var stream = session.call(call.params())) {
            var question = asked(stream);
            clock.goAhead(Duration.ofMinutes(16));

            call.refused("The user did not answer", stream.message());
            session.post(AskingSession.yes(question));
        }
        call.sentNothing();
    }

    @Test
    void aYesThatComesTooLateIsNone() {
        try (var stream = session.call(call.params())) {
            var question = asked(stream);
            clock.goAhead(Duration.ofMinutes(16));
            session.post(AskingSession.yes(question));

            call.refused("The user did not answer", stream.message());
        }
    }

    @Test
    void anEndOfTheSessionIsANo() {
        try (var stream = session.call(call.params())) {
            var question = asked(stream);
            session.client().send("DELETE", "");

            assertThat(stream.message().toString()).contains("The session has ended");
            session.post(AskingSession.yes(question));
        }
        call.sentNothing();
    }

    @Test
    void hangingUpIsNoYes() {
        try (var stream = session.call(call.params())) {
            asked(stream);
        }
        clock.goAhead(Duration.ofMinutes(16));

        Awaitility.await().until(() -> codes().equals(List.of("NOT_CONFIRMED")));
        call.sentNothing();
    }

    private List<String> codes() {
        return jdbc.sql("select code from audit_event where server_id = :id")
                .param("id", TestServers.id(call.url()))
                .query(String.class)
                .list();
    }

    /// In 2025-11-25 a reply can be read on (Streamable HTTP, Resumability and Redelivery).
    @Test
    void aYesAfterHangingUpIsDoneOnce() {
        JsonNode question;
        try (var stream = session.call(call.params())) {
            question = asked(stream);
        }
        session.post(AskingSession.yes(question));
        session.post(AskingSession.yes(question));

        Awaitility.await().until(() -> codes().size() == 1);
        call.isSentOnce();
    }

    @Test
    void aYesIsToTheStateThatWasShown() {
        try (var stream = session.call(call.params())) {
            var question = asked(stream);
            call.changesMeanwhile();
            session.post(AskingSession.yes(question));

            call.refused("has changed since", stream.message());
        }
    }
}
