package dev.oktamcp.okta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.CallResult;
import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.SimulatedOrgInitializer;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.simulation.Fault;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;

import java.time.Duration;
import java.util.Map;

/// A token endpoint that is away, busy or broken: what the call is told, and that the next one goes
/// on.
@ServerTest
@ContextConfiguration(initializers = {SimulatedOrgInitializer.class, TestApp.Connected.class})
class TokenFaultTests {

    private final SimulatedOrg org;
    private final RawClient client;

    TokenFaultTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.client = RawClient.connected(servers.readOnly());
    }

    @BeforeEach
    void hasAToken() {
        org.hasServiceApp(TestApp.app());
        org.accessTokens().revoke();
        listUsers().value();
    }

    @AfterEach
    void goesOn() {
        assertThat(listUsers().failed()).isFalse();
    }

    private CallResult listUsers() {
        return client.call("list_users", Map.of("limit", 1));
    }

    /// The request with the revoked token is answered as usual; the fault meets the one for
    /// another.
    private CallResult withTokenRequestMeeting(Fault fault) {
        org.accessTokens().revoke();
        org.next(Fault.delay(Duration.ZERO));
        org.next(fault);
        return listUsers();
    }

    @Test
    void saysThatOktaIsAwayWhereItIs() {
        var result = withTokenRequestMeeting(Fault.status(503));

        assertThat(result.code()).isEqualTo("UNAVAILABLE");
        assertThat(result.text()).contains("HTTP 503").contains("Try again later");
    }

    @Test
    void saysHowLongToWaitWhereTokensAreLimited() {
        var result = withTokenRequestMeeting(Fault.rateLimit(Duration.ofSeconds(7)));

        assertThat(result.code()).isEqualTo("RATE_LIMITED");
        assertThat(result.text()).containsPattern("Try again in [678] seconds");
    }

    @Test
    void takesNoHalfAnswerForAToken() {
        var result = withTokenRequestMeeting(Fault.truncatedBody());

        assertThat(result.code()).isEqualTo("UNAVAILABLE");
        assertThat(result.response().toString()).doesNotContain("eyJ");
    }

    @Test
    void outlivesAConnectionThatBreaks() {
        var result = withTokenRequestMeeting(Fault.dropConnection());

        assertThat(result.code()).isEqualTo("UNAVAILABLE");
        assertThat(result.text()).contains("could not be reached");
    }
}
