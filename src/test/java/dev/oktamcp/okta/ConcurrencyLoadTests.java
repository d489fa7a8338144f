package dev.oktamcp.okta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;

import java.time.Duration;

/// Many calls at once against an org that takes only so many together, by its only client.
@ServerTest
@ContextConfiguration(initializers = LoadTests.Limits.class)
class ConcurrencyLoadTests {

    private static final int CALLS = 60;
    private static final int AT_ONCE = 10;
    private static final Duration LATENCY = Duration.ofSeconds(1);

    private final SimulatedOrg org;
    private final RawClient client;

    ConcurrencyLoadTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.client = RawClient.connected(servers.readOnly());
    }

    @AfterEach
    void isQuickAgain() {
        org.becomes(0, Duration.ZERO);
    }

    /// The bound is 1.05 times the full rounds that are necessary and what the same calls take on
    /// this machine where all of them may be under way together.
    @Test
    void hasNoMoreUnderWayThanOktaTakes() throws InterruptedException {
        ManyCalls.of(client, "list_users", CALLS);
        var unhindered = ManyCalls.of(client, "list_users", CALLS).took();
        org.becomes(AT_ONCE, LATENCY);

        var calls = ManyCalls.of(client, "list_users", CALLS);

        assertThat(calls.failures()).isEmpty();
        var rounds = LATENCY.multipliedBy(Math.ceilDiv(CALLS, AT_ONCE));
        assertThat(calls.took())
                .isLessThan(rounds.plus(unhindered).multipliedBy(105).dividedBy(100));
    }
}
