package dev.oktamcp.okta;

import static dev.oktamcp.okta.WrongOkta.answer;
import static dev.oktamcp.okta.WrongOkta.assertNothingLeaks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.CallResult;
import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.SettableClock;
import dev.oktamcp.fixture.SimulatedOrgInitializer;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

import java.time.Instant;
import java.util.Map;

/// Headers that lead elsewhere, say nothing, or say no.
@ServerTest
@Import(WritingTools.class)
@ContextConfiguration(initializers = {SimulatedOrgInitializer.class, WrongOkta.Initializer.class})
class WrongPlaceTests {

    private static final String USER = "{\"id\":\"00u1\"}";

    private final WrongOkta okta;
    private final SimulatedOrg org;
    private final RawClient client;
    private final SettableClock clock;

    WrongPlaceTests(
            @Autowired WrongOkta okta,
            @Autowired SimulatedOrg org,
            @Autowired TestServers servers,
            @Autowired SettableClock clock) {
        this.okta = okta;
        this.org = org;
        this.client = RawClient.connected(servers.full());
        this.clock = clock;
    }

    @AfterEach
    void goesOnAndTalksToNobodyElse() {
        assertThat(okta.receivedElsewhere()).isEmpty();
        WrongOkta.forgetLimits(clock);
        okta.answers(answer(200, USER));
        assertThat(getUser().failed()).isFalse();
    }

    private CallResult getUser() {
        return client.call("get_user", Map.of("user_id", "00u1"));
    }

    private CallResult listUsers() {
        return client.call("list_users", Map.of("limit", 1));
    }

    private void answersListWithNext(String target) {
        okta.answers(
                answer(200, "[" + USER + "]").withHeader("Link", "<" + target + ">; rel=\"next\""));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void followsNoRedirect(int status) {
        okta.answers(
                answer(status, "").withHeader("Location", okta.elsewhere() + "/api/v1/users/00u1"));

        var read = getUser();
        var change = client.call("test_create_group", Map.of());

        assertThat(read.code()).isEqualTo("UNAVAILABLE");
        assertThat(read.text()).contains("redirect, which is not followed", "org URL");
        assertThat(change.code()).isEqualTo("UNAVAILABLE");
        assertThat(okta.received()).hasSize(2);
        assertNothingLeaks(read, org);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://foreign.example.net/api/v1/users?after=1",
                "ELSEWHERE/api/v1/users?after=1",
                "OKTA/api/v1/groups?after=1",
                "OKTA/api/v1/users/00u1?after=1",
                "//foreign.example.net/api/v1/users?after=1",
                "http://user@127.0.0.1/api/v1/users?after=1",
                "no uri at all",
                "http://[broken/api/v1/users?after=1",
                "mailto:someone@example.com"
            })
    void followsNoLinkThatLeadsElsewhere(String target) {
        answersListWithNext(
                target.replace("OKTA", okta.url()).replace("ELSEWHERE", okta.elsewhere()));

        var result = listUsers();

        assertThat(result.code()).isEqualTo("UNAVAILABLE");
        assertThat(result.text()).contains("link to the next page", "org URL");
        assertThat(okta.received()).hasSize(1);
        assertNothingLeaks(result, org);
    }

    @Test
    void goesRoundInNoCircleWhereALinkLeadsToItself() {
        answersListWithNext(okta.url() + "/api/v1/users?limit=1&after=same");

        var first = listUsers().value();
        var cursor = first.path("next_cursor").asString();
        var second = client.call("list_users", Map.of("limit", 1, "cursor", cursor));

        assertThat(second.code()).isEqualTo("UNAVAILABLE");
        assertThat(second.text()).contains("link to the next page");
        assertThat(okta.received()).hasSize(2);
    }

    @Test
    void readsAnAnswerWhoseHeadersAreGarbage() {
        okta.answers(
                answer(200, USER)
                        .withHeader("X-Rate-Limit-Limit", "many", "-1")
                        .withHeader("X-Rate-Limit-Remaining", "99999999999999999999")
                        .withHeader("X-Rate-Limit-Reset", "tomorrow")
                        .withHeader("Link", "<<>>;;rel=,", "\"")
                        .withHeader("X-Okta-Request-Id", "")
                        .withHeader("Retry-After", "soon")
                        .withHeader("Set-Cookie", "a=b; Expires=never"));

        assertThat(getUser().value().path("id").asString()).isEqualTo("00u1");
        assertThat(getUser().failed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "text/plain;charset=none", "text/html"})
    void readsAnAnswerWhoseTypeIsGarbage(String type) {
        okta.answers(answer(200, USER).withHeader("Content-Type", type));

        assertThat(getUser().value().path("id").asString()).isEqualTo("00u1");
    }

    @Test
    void givesUpInAStormOf429s() {
        var reset = Long.toString(Instant.now().getEpochSecond() + 1);
        okta.answers(
                answer(429, "{\"errorCode\":\"E0000047\"}")
                        .withHeader("X-Rate-Limit-Limit", "600")
                        .withHeader("X-Rate-Limit-Remaining", "0")
                        .withHeader("X-Rate-Limit-Reset", reset));

        var read = getUser();
        var tries = okta.received().size();
        var change = client.call("test_create_group", Map.of());

        assertThat(read.code()).isEqualTo("RATE_LIMITED");
        assertThat(read.text()).containsPattern("try again in \\d+ second");
        assertThat(tries).as("tried again, within bounds").isBetween(2, 6);
        assertThat(change.code()).isEqualTo("RATE_LIMITED");
        assertThat(okta.received().size() - tries).as("a create is sent once").isEqualTo(1);
        assertNothingLeaks(read, org);
    }

    @Test
    void givesUpAtOnceWhereA429SaysNotHowLong() {
        okta.answers(answer(429, ""));

        var read = getUser();

        assertThat(read.code()).isEqualTo("RATE_LIMITED");
        assertThat(read.text()).contains("try again in a minute");
        assertThat(okta.received()).hasSize(1);
    }

    @Test
    void triesAReadThriceWhereOktaIsAway() {
        okta.answers(answer(503, "{\"errorCode\":\"E0000009\",\"errorSummary\":\"Internal\"}"));

        assertThat(getUser().code()).isEqualTo("UNAVAILABLE");
        assertThat(okta.received()).hasSize(3);
    }
}
