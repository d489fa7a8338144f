package dev.oktamcp.okta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.SimulatedOrgInitializer;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.simulation.Fault;
import dev.oktamcp.simulation.SimulatedOrg;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.test.context.ContextConfiguration;

import java.time.Duration;
import java.util.Map;

/// An org that does not answer is left alone for a while.
@ServerTest
@ContextConfiguration(
        initializers = {SimulatedOrgInitializer.class, BreakerTests.QuickBreaker.class})
class BreakerTests {

    /// After the one whose breaker never opens.
    @Order(Ordered.LOWEST_PRECEDENCE)
    static class QuickBreaker
            implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(
                            "okta-mcp.okta.breaker.calls=4", "okta-mcp.okta.breaker.open-for=1s")
                    .applyTo(context);
        }
    }

    private final SimulatedOrg org;
    private final RawClient client;
    private final Map<String, Object> aUser;

    BreakerTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.client = RawClient.connected(servers.readOnly());
        this.aUser = Map.of("user_id", org.hasUser("breaker@example.com"));
    }

    @Test
    void leavesAnOrgAloneThatDoesNotAnswerAndTriesItAgain() {
        for (int i = 0; i < 4; i++) {
            org.next(Fault.status(500));
            assertThat(client.call("get_user", aUser).code()).isEqualTo("UNAVAILABLE");
        }
        org.forgetRequests();

        var refused = client.call("get_user", aUser);

        assertThat(refused.code()).isEqualTo("UNAVAILABLE");
        assertThat(refused.text()).contains("nothing was sent");
        assertThat(org.requests()).isEmpty();
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> !client.call("get_user", aUser).failed());
    }

    @Test
    void isNotImpressedByWhatOktaRefuses() {
        for (int i = 0; i < 8; i++) {
            assertThat(client.call("get_user", Map.of("user_id", "nobody")).code())
                    .isEqualTo("OKTA_ERROR");
        }

        assertThat(client.call("get_user", aUser).failed()).isFalse();
    }
}
