package dev.oktamcp.confirmation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.SettableClock;
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
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/// Nothing is sent without a valid yes, and with one exactly once: for each kind of call, where the
/// call ends with the question and comes again with the answer (2026-07-28).
@ServerTest
@ParameterizedClass
@MethodSource("dev.oktamcp.confirmation.Shape#all")
class RoundTripMatrixTests {

    private static final OwnOrg ORG = new OwnOrg();

    /// Not everything that is deleted can be there again.
    private static final String GONE = "E0000007";

    @SuppressWarnings("NullAway.Init") // JUnit sets it
    @Parameter
    Shape shape;

    private final TestApi api;
    private final SettableClock clock;

    @SuppressWarnings("NullAway.Init")
    private ShapedCall call;

    @SuppressWarnings("NullAway.Init")
    private RoundTrips client;

    RoundTripMatrixTests(@Autowired TestApi api, @Autowired SettableClock clock) {
        this.api = api;
        this.clock = clock;
    }

    @BeforeEach
    void prepare() {
        call = ShapedCall.of(shape, ORG, api);
        client = RoundTrips.of(call.url());
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

    private JsonNode send(ObjectNode params) {
        return client.send(params);
    }

    private String asked() {
        return asked(call.params());
    }

    private String asked(ObjectNode params) {
        var state = client.asked(params);
        call.sentNothing();
        return state;
    }

    private ObjectNode yes() {
        return RoundTrips.yes(call.params(), asked());
    }

    private ObjectNode answered(String answer) {
        return RoundTrips.answered(call.params(), asked(), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"content\":{\"x\":1}"})
    void aYesIsDoneOnce(String more) {
        var yes = answered("{\"action\":\"accept\"%s}".formatted(more));

        call.done(send(yes.deepCopy()));
        assertThat(send(yes).at("/result/isError").asBoolean(false)).isTrue();
        call.isSentOnce();
    }

    @Test
    void aYesIsUsedOnceWhereItCouldBeDoneAgain() {
        var yes = yes();
        send(yes.deepCopy());
        call.isThereAgain();

        assertThat(send(yes).toString()).containsAnyOf("was used already", GONE);
        call.sentNothing();
    }

    @Test
    void ofTwoThatBringTheSameYesOneIsDone() {
        var yes = yes();

        var both =
                Stream.of(yes.deepCopy(), yes.deepCopy())
                        .map(each -> CompletableFuture.supplyAsync(() -> send(each)))
                        .toList();

        assertThat(both)
                .extracting(each -> each.join().at("/result/isError").asBoolean(true))
                .containsExactlyInAnyOrder(true, false);
        call.isSentOnce();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"action\":\"decline\"}",
                "{\"action\":\"cancel\"}",
                "{\"action\":\"ACCEPT\"}",
                "{\"action\":\"accept\",\"content\":\"yes\"}",
                "{\"action\":\"accept\",\"content\":[\"yes\"]}",
                "{\"result\":{\"action\":\"accept\"}}",
                "{}"
            })
    void everythingElseIsANo(String answer) {
        call.refused("Nothing was changed", send(answered(answer)));
    }

    @Test
    void noAnswerIsANo() {
        asked(call.params().put("requestState", asked()));
    }

    @Test
    void aYesToAQuestionThatWasNotPutIsNone() {
        var unasked = yes();
        unasked.remove("requestState");

        asked(unasked);
    }

    @Test
    void aYesLapses() {
        var yes = yes();
        clock.goAhead(Duration.ofMinutes(16));

        assertThat(send(yes).toString()).contains("has lapsed");
        call.sentNothing();
    }

    @Test
    void aStateThatIsTamperedWithIsNone() {
        var state = asked();
        var middle = state.length() / 2;
        var other = state.charAt(middle) == 'A' ? 'B' : 'A';

        var tampered = state.substring(0, middle) + other + state.substring(middle + 1);

        isNotOneThatWasGiven(send(RoundTrips.yes(call.params(), tampered)));
    }

    private void isNotOneThatWasGiven(JsonNode answer) {
        assertThat(answer.toString()).contains("is not one that was given");
        call.sentNothing();
    }

    @Test
    void aYesIsForThisServerAlone() {
        var elsewhere = ORG.server(api, shape.askBefore(), false);

        isNotOneThatWasGiven(RoundTrips.of(elsewhere).send(yes()));
    }

    @Test
    void aYesIsForTheseArgumentsAlone() {
        var state = asked();

        isNotOneThatWasGiven(send(RoundTrips.yes(call.paramsAboutAnother(), state)));
    }

    @Test
    void aYesIsToTheStateThatWasShown() {
        var yes = yes();
        call.changesMeanwhile();

        call.refused("has changed since", send(yes));
    }

    @Test
    void aYesIsOfWhoeverWasAskedAlone() {
        var guarded = ShapedCall.guarded(shape, ORG, api);
        var one = RoundTrips.of(guarded.url()).by(ShapedCall.token(api));
        var other = RoundTrips.of(guarded.url()).by(ShapedCall.token(api));
        var yes = RoundTrips.yes(guarded.params(), one.asked(guarded.params()));

        isNotOneThatWasGiven(other.send(yes.deepCopy()));

        guarded.done(one.send(yes));
    }
}
