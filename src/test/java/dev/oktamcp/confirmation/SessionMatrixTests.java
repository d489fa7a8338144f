package dev.oktamcp.confirmation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.OpenStream;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestApi;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.util.List;

/// Nothing is sent without a valid yes, and with one exactly once: for each kind of call, where it
/// waits in a session for the answer to its question.
@ServerTest
@ParameterizedClass
@MethodSource("dev.oktamcp.confirmation.Shape#all")
class SessionMatrixTests {

    private static final OwnOrg ORG = new OwnOrg();
    private static final String NO = "\"result\":{\"action\":\"decline\"}";

    @SuppressWarnings("NullAway.Init") // JUnit sets it
    @Parameter
    Shape shape;

    private final TestApi api;

    @SuppressWarnings("NullAway.Init")
    private ShapedCall call;

    @SuppressWarnings("NullAway.Init")
    private AskingSession session;

    SessionMatrixTests(@Autowired TestApi api) {
        this.api = api;
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
        ORG.keptToTheDocuments();
    }

    private JsonNode asked(OpenStream stream) {
        var question = AskingSession.question(stream);
        assertThat(question.at("/params/message").asString()).contains(call.target());
        call.sentNothing();
        return question;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"content\":{\"x\":1}"})
    void aYesIsDoneOnce(String more) {
        try (var stream = session.call(call.params())) {
            var rest = "\"result\":{\"action\":\"accept\"%s}".formatted(more);
            var yes = AskingSession.answer(asked(stream), rest);
            session.post(yes);
            session.post(yes);

            call.done(stream.message());
            session.post(yes);
        }
        call.isSentOnce();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                NO,
                "\"result\":{\"action\":\"cancel\"}",
                "\"result\":{\"action\":\"ACCEPT\"}",
                "\"result\":{\"action\":\"accept\",\"content\":\"yes\"}",
                "\"result\":{\"action\":\"accept\",\"content\":[\"yes\"]}",
                "\"result\":\"accept\"",
                "\"result\":{}",
                "\"error\":{\"code\":-1,\"message\":\"accept\"}"
            })
    void everythingElseIsANo(String answer) {
        call.refused("Nothing was changed", session.answered(call.params(), answer));
    }

    @Test
    void aYesToAnotherQuestionIsNone() {
        try (var stream = session.call(call.params())) {
            var question = asked(stream);
            var id = question.path("id").stringValue();
            var middle = id.length() / 2;
            var tampered =
                    id.substring(0, middle)
                            + (id.charAt(middle) == 'A' ? 'B' : 'A')
                            + id.substring(middle + 1);
            for (var other : List.of(tampered, "q", "confirmation", "")) {
                session.post(AskingSession.yes(other));
            }

            session.post(AskingSession.answer(question, NO));
            call.refused("The user said no", stream.message());
        }
    }

    @Test
    void aYesOfAnotherSessionIsNone() {
        try (var stream = session.call(call.params())) {
            var question = asked(stream);
            AskingSession.of(call.url()).post(AskingSession.yes(question));

            session.post(AskingSession.answer(question, NO));
            call.refused("The user said no", stream.message());
        }
    }

    @Test
    void aYesIsOfWhoeverWasAskedAlone() {
        var guarded = ShapedCall.guarded(shape, ORG, api);
        var asked = AskingSession.of(guarded.url(), ShapedCall.token(api));
        var other = new AskingSession(guarded.url(), asked.id(), ShapedCall.token(api));
        try (var stream = asked.call(guarded.params())) {
            var question = AskingSession.question(stream);
            assertThat(other.post(AskingSession.yes(question)).statusCode()).isEqualTo(404);

            asked.post(AskingSession.answer(question, NO));
            guarded.refused("The user said no", stream.message());
        }
    }
}
