package dev.oktamcp.okta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.SimulatedOrgInitializer;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.simulation.RateBucket;
import dev.oktamcp.simulation.RateLimits;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

import java.time.Duration;
import java.util.Map;

/// Many calls at once against Okta's limits, by the only client there is: every one succeeds, and
/// all of them take hardly longer than the limits themselves.
///
/// A bound is 1.05 times what the limits make necessary and what the same calls take on this
/// machine without them, which is measured first.
@ServerTest
@ContextConfiguration(initializers = LoadTests.Limits.class)
class LoadTests {

    private static final int CALLS = 60;
    private static final int LIMIT = 30;
    private static final Duration WINDOW = Duration.ofSeconds(10);

    /// Okta names the end of a window in whole seconds, rounded up, and its `Date` has none below a
    /// second: two parts of a second in each window, whatever its length.
    private static final Duration RESOLUTION = Duration.ofSeconds(2);

    static class Limits extends SimulatedOrgInitializer {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            super.initialize(context);
            TestPropertyValues.of(
                            "okta-mcp.okta.answer-timeout=15s",
                            "okta-mcp.okta.max-wait=30s",
                            "okta-mcp.limits.calls-per-minute=10000")
                    .applyTo(context);
        }

        @Override
        protected RateLimits limits() {
            return new RateLimits(100, 1000, Map.of(RateBucket.GROUPS, LIMIT), WINDOW);
        }
    }

    private final RawClient client;

    LoadTests(@Autowired TestServers servers) {
        this.client = RawClient.connected(servers.readOnly());
    }

    private Duration unhindered = Duration.ZERO;

    @BeforeEach
    void measure() throws InterruptedException {
        ManyCalls.of(client, "list_users", CALLS);
        unhindered = ManyCalls.of(client, "list_users", CALLS).took();
    }

    private Duration bound(Duration necessary) {
        return necessary.plus(unhindered).multipliedBy(105).dividedBy(100);
    }

    @Test
    void waitsForTheNextWindowAndNoLonger() throws InterruptedException {
        var outcome = ManyCalls.of(client, "list_groups", CALLS);

        assertThat(outcome.failures()).isEmpty();
        var windows = WINDOW.multipliedBy((CALLS - 1) / LIMIT);
        assertThat(outcome.took()).isLessThan(bound(windows).plus(RESOLUTION));
    }
}
