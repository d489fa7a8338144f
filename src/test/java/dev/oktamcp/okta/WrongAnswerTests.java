package dev.oktamcp.okta;

import static dev.oktamcp.okta.WrongAnswer.SECRET;
import static dev.oktamcp.okta.WrongAnswer.USER;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Answers that are no answers, from the connection up to the body: what the model is told of a
/// read and of a change, how often the change was sent, and that the server goes on.
@ServerTest
@Import(WritingTools.class)
@ContextConfiguration(initializers = {SimulatedOrgInitializer.class, WrongOkta.Initializer.class})
class WrongAnswerTests {

    private final WrongOkta okta;
    private final SimulatedOrg org;
    private final RawClient client;
    private final SettableClock clock;

    WrongAnswerTests(
            @Autowired WrongOkta okta,
            @Autowired SimulatedOrg org,
            @Autowired TestServers servers,
            @Autowired SettableClock clock) {
        this.okta = okta;
        this.org = org;
        this.client = RawClient.connected(servers.full());
        this.clock = clock;
    }

    static Stream<WrongAnswer> lost() {
        return Stream.of(WrongAnswer.brokenOff(), WrongAnswer.tooMuch(), WrongAnswer.awayForNow())
                .flatMap(List::stream);
    }

    static Stream<WrongAnswer> all() {
        return Stream.concat(lost(), WrongAnswer.unreadable().stream());
    }

    @AfterEach
    void goesOn() {
        WrongOkta.forgetLimits(clock);
        okta.answers(answer(200, USER));
        assertThat(getUser().value().path("id").asString()).isEqualTo("00u1");
    }

    private CallResult getUser() {
        return client.call("get_user", Map.of("user_id", "00u1"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void saysOfAReadWhatWentWrong(WrongAnswer wrong) {
        okta.answers(wrong.sent());

        var result = getUser();

        assertThat(result.code()).isEqualTo(wrong.code());
        assertThat(result.text()).contains(wrong.words()).doesNotContain(SECRET);
        assertNothingLeaks(result, org);
    }

    @ParameterizedTest
    @MethodSource("lost")
    void callsNoChangeFailedThatMayHaveHappened(WrongAnswer wrong) {
        for (var tool : List.of("test_create_group", "test_replace_group")) {
            okta.answers(wrong.sent());

            var result = client.call(tool, Map.of());

            assertThat(result.code()).as(tool).isEqualTo("OUTCOME_UNKNOWN");
            assertThat(result.text()).contains("may have happened").doesNotContain(SECRET);
            assertThat(okta.received()).as("sent once: " + tool).hasSize(1);
            assertNothingLeaks(result, org);
        }
    }

    /// Where no body is expected the status alone says that it was done.
    @ParameterizedTest
    @MethodSource("dev.oktamcp.okta.WrongAnswer#unreadable")
    void takesTheWordOfTheStatusWhereNoBodyIsExpected(WrongAnswer wrong) {
        okta.answers(wrong.sent());

        assertThat(client.call("suspend_user", Map.of("user_id", "00u1")).failed()).isFalse();
    }
}
