package dev.oktamcp.okta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.simulation.Fault;
import dev.oktamcp.simulation.SimulatedOrg;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;
import java.util.Map;

/// What becomes of the simulated org, and of a later try, where an answer is lost or refused.
/// Answers that are none are in [WrongAnswerTests].
@ServerTest
class OktaFaultTests {

    private final SimulatedOrg org;
    private final RawClient client;

    OktaFaultTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.client = RawClient.connected(servers.full());
    }

    private String user = "";

    @BeforeEach
    void aUser() {
        user = org.hasUser("fault@example.com", "ACTIVE");
    }

    private String codeOfChangeWith(Fault fault) {
        org.next(fault);
        return client.call("suspend_user", Map.of("user_id", user)).code();
    }

    @Test
    void callsALostAnswerOfAChangeUnknownThoughItHappened() {
        assertThat(codeOfChangeWith(Fault.dropAnswer())).isEqualTo("OUTCOME_UNKNOWN");
        assertThat(org.statusOf(user)).isEqualTo("SUSPENDED");
    }

    @Test
    void sendsNoReadAgainBehindOurBackWhereAReusedConnectionBreaks() {
        client.call("get_user", Map.of("user_id", user));
        org.next(Fault.dropConnection());

        var result = client.call("get_user", Map.of("user_id", user));

        assertThat(result.code()).isEqualTo("UNAVAILABLE");
        assertThat(org.requests()).hasSize(2);
    }

    @Test
    void saysHowLongToWaitAndSendsNothingMoreUntilThen() {
        org.next(Fault.rateLimit(Duration.ofSeconds(5)));
        var refused = client.call("get_user", Map.of("user_id", user));
        var notSent = client.call("get_user", Map.of("user_id", user));

        assertThat(refused.code()).isEqualTo("RATE_LIMITED");
        assertThat(refused.text()).containsPattern("try again in [456] seconds");
        assertThat(notSent.code()).isEqualTo("RATE_LIMITED");
        assertThat(notSent.text()).contains("nothing was sent");
        assertThat(org.requests()).hasSize(1);
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> !client.call("get_user", Map.of("user_id", user)).failed());
    }

    @Test
    void waitsForALimitThatIsResetSoon() {
        org.next(Fault.rateLimit(Duration.ofSeconds(1)));

        assertThat(client.call("get_user", Map.of("user_id", user)).failed()).isFalse();
        assertThat(org.requests()).hasSize(2);
    }

    @Test
    void triesAReadAgainWhereTooMuchWasUnderWay() {
        org.next(Fault.concurrencyLimit());
        org.next(Fault.concurrencyLimit());

        assertThat(client.call("get_user", Map.of("user_id", user)).failed()).isFalse();
        assertThat(org.requests()).hasSize(3);
    }

    @Test
    void triesAnIdempotentWriteAgainButNoOther() {
        var group = org.hasGroup("Tried again");
        org.next(Fault.concurrencyLimit());
        var added = client.call("add_user_to_group", Map.of("group_id", group, "user_id", user));
        org.next(Fault.concurrencyLimit());
        var suspended = client.call("suspend_user", Map.of("user_id", user));

        assertThat(added.failed()).isFalse();
        assertThat(suspended.code()).isEqualTo("RATE_LIMITED");
        assertThat(suspended.text()).contains("Too many requests are under way");
        assertThat(org.statusOf(user)).isEqualTo("ACTIVE");
    }

    @Test
    void triesAReadTwiceMoreWhereOktaIsAwayForAMoment() {
        org.next(Fault.status(503));
        org.next(Fault.status(504));

        assertThat(client.call("get_user", Map.of("user_id", user)).failed()).isFalse();
    }

    @Test
    void triesNoWriteAgainThatMayHaveHappened() {
        var group = org.hasGroup("Not tried again");
        org.next(Fault.status(504));

        var result = client.call("add_user_to_group", Map.of("group_id", group, "user_id", user));

        assertThat(result.code()).isEqualTo("OUTCOME_UNKNOWN");
        assertThat(org.requests()).hasSize(1);
    }
}
