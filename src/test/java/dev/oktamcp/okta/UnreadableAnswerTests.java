package dev.oktamcp.okta;

import static dev.oktamcp.okta.WrongAnswer.SECRET;
import static dev.oktamcp.okta.WrongOkta.answer;
import static dev.oktamcp.okta.WrongOkta.assertNothingLeaks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.CallResult;
import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.SimulatedOrgInitializer;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

import java.util.List;
import java.util.Map;

/// Good statuses with something that can't be used behind them, and refusals that are in a header.
@ServerTest
@Import(WritingTools.class)
@ContextConfiguration(initializers = {SimulatedOrgInitializer.class, WrongOkta.Initializer.class})
class UnreadableAnswerTests {

    private final WrongOkta okta;
    private final SimulatedOrg org;
    private final RawClient client;

    UnreadableAnswerTests(
            @Autowired WrongOkta okta,
            @Autowired SimulatedOrg org,
            @Autowired TestServers servers) {
        this.okta = okta;
        this.org = org;
        this.client = RawClient.connected(servers.full());
    }

    private CallResult getUser() {
        return client.call("get_user", Map.of("user_id", "00u1"));
    }

    private void callsTheChangeUnknown() {
        for (var tool : List.of("test_create_group", "test_replace_group")) {
            var result = client.call(tool, Map.of());

            assertThat(result.code()).as(tool).isEqualTo("OUTCOME_UNKNOWN");
            assertThat(result.text()).doesNotContain(SECRET);
            assertNothingLeaks(result, org);
        }
        assertThat(okta.received()).as("each sent once").hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("dev.oktamcp.okta.WrongAnswer#unreadable")
    void callsNoChangeFailedWhoseAnswerCantBeRead(WrongAnswer wrong) {
        okta.answers(wrong.sent());

        callsTheChangeUnknown();
    }

    /// Okta's words can be cut in the middle of a character; the rest of the answer is good.
    @Test
    void handsOutWhatHasHalfACharacter() {
        okta.answers(answer(200, "{\"id\":\"00u1\",\"profile\":{\"nickName\":\"half \\ud83d\"}}"));

        var result = getUser();

        assertThat(result.response().toString()).contains("half ?").contains("\"isError\":false");
    }

    @Test
    void takesNoEmptyBodyForTheAnswerToARead() {
        okta.answers(answer(200, ""));

        var read = getUser();

        assertThat(read.code()).isEqualTo("UNAVAILABLE");
        assertThat(read.text()).contains("could not be read");
    }

    @Test
    void saysWhatARefusedTokenIsRefusedFor() {
        okta.answers(
                answer(401, "")
                        .withHeader(
                                "WWW-Authenticate",
                                "Bearer error=\"invalid_token\","
                                        + " error_description=\"The token has expired.\""));

        assertThat(getUser().text()).contains("invalid_token", "The token has expired");
    }

    @Test
    void handsOnARefusalInOAuthsWords() {
        okta.answers(
                answer(
                        400,
                        """
                        {"error":"invalid_request","error_description":"The token is missing."}\
                        """));

        assertThat(getUser().text()).contains("invalid_request", "The token is missing");
    }
}
