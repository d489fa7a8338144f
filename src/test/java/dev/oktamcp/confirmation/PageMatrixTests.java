package dev.oktamcp.confirmation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.Browser;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.SettableClock;
import dev.oktamcp.fixture.TestApi;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/// Nothing is sent without a valid yes, and with one exactly once: for each kind of call, where it
/// is said on a page.
@ServerTest
@ParameterizedClass
@MethodSource("dev.oktamcp.confirmation.Shape#all")
class PageMatrixTests {

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

    PageMatrixTests(@Autowired TestApi api, @Autowired SettableClock clock) {
        this.api = api;
        this.clock = clock;
    }

    @BeforeEach
    void prepare() {
        call = ShapedCall.of(shape, ORG, api);
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
        return RoundTrips.mute(call.url()).send(params);
    }

    private static void decided(JsonNode refused, String answer) {
        var facts = refused.at("/result/_meta/dev.oktamcp~1failure");
        var url = facts.path("confirm_url").stringValue();
        var browser = Browser.at(url);
        browser.signIn(TestApi.ADMIN_TOKEN);
        var page = browser.get(URI.create(url).getPath());
        assertThat(browser.submit(page, Map.of("answer", answer)).status()).isEqualTo(200);
    }

    private void decided(String answer) {
        decided(send(call.params()), answer);
        call.sentNothing();
    }

    @Test
    void aYesIsDoneOnce() {
        decided("yes");

        call.done(send(call.params()));
        call.isThereAgain();
        assertThat(send(call.params()).toString()).containsAnyOf("/confirm/", GONE);
        call.sentNothing();
    }

    @Test
    void aNoIsANo() {
        decided("no");

        call.refused("The user said no", send(call.params()));
        call.refused("/confirm/", send(call.params()));
    }

    @Test
    void nobodyDecidesIsANo() {
        call.refused("/confirm/", send(call.params()));
        call.refused("/confirm/", send(call.params()));
    }

    @Test
    void aYesLapses() {
        decided("yes");
        clock.goAhead(Duration.ofMinutes(16));

        call.refused("/confirm/", send(call.params()));
    }

    @Test
    void aYesIsForThisServerAlone() {
        decided("yes");
        var elsewhere = ORG.server(api, shape.askBefore(), false);

        call.refused("/confirm/", RoundTrips.mute(elsewhere).send(call.params()));
    }

    @Test
    void aYesIsForTheseArgumentsAlone() {
        decided("yes");

        call.refused("/confirm/", send(call.paramsAboutAnother()));
    }

    @Test
    void aYesIsToTheStateThatWasShown() {
        decided("yes");
        call.changesMeanwhile();

        call.refused("has changed since", send(call.params()));
    }

    @Test
    void aYesIsOfWhoeverCalledAlone() {
        var guarded = ShapedCall.guarded(shape, ORG, api);
        var one = RoundTrips.mute(guarded.url()).by(ShapedCall.token(api));
        var other = RoundTrips.mute(guarded.url()).by(ShapedCall.token(api));
        decided(one.send(guarded.params()), "yes");

        guarded.refused("/confirm/", other.send(guarded.params()));

        guarded.done(one.send(guarded.params()));
    }
}
