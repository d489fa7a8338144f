package dev.oktamcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.CallResult;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.SimulatedOrgInitializer;
import dev.oktamcp.fixture.TestApi;
import dev.oktamcp.simulation.Fault;
import dev.oktamcp.simulation.SimulatedOrg;
import dev.oktamcp.simulation.SimulationSettings;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
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

/// What one org said of its limits, or that it is away, is nothing to calls of the other.
@ServerTest
@ContextConfiguration(
        initializers = {SimulatedOrgInitializer.class, NeighbourTests.LastingBreaker.class})
class NeighbourTests {

    /// After the one whose breaker never opens. Once open it stays so for longer than the test.
    @Order(Ordered.LOWEST_PRECEDENCE)
    static class LastingBreaker
            implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(
                            "okta-mcp.okta.breaker.calls=4", "okta-mcp.okta.breaker.open-for=10m")
                    .applyTo(context);
        }
    }

    private static final SimulatedOrg ONE = org(1);
    private static final SimulatedOrg TWO = org(2);

    private final TestApi api;
    private final Tenant one;
    private final Tenant two;

    NeighbourTests(@Autowired TestApi api) {
        this.api = api;
        this.one = Tenant.of(api, ONE, Tenant.connection(api, ONE));
        this.two = Tenant.of(api, TWO, Tenant.connection(api, TWO));
    }

    private static SimulatedOrg org(int number) {
        return SimulatedOrg.start(
                SimulationSettings.defaults()
                        .withSeed(number)
                        .withApiToken("00token-of-org-" + number));
    }

    @BeforeEach
    void forget() {
        ONE.forgetRequests();
        TWO.forgetRequests();
    }

    @AfterAll
    static void stop() {
        ONE.close();
        TWO.close();
    }

    private static CallResult read(Tenant tenant) {
        return tenant.client().call("list_users", Map.of("limit", 1));
    }

    private void opensTheBreakerOfOne(Fault fault) {
        for (var i = 0; i < 4; i++) {
            ONE.next(fault);
            assertThat(read(one).failed()).isTrue();
        }
        isLeftAlone(one);
    }

    private static void isLeftAlone(Tenant tenant) {
        tenant.org().forgetRequests();
        var refused = read(tenant);
        assertThat(refused.code()).isEqualTo("UNAVAILABLE");
        assertThat(refused.text()).contains("nothing was sent");
        assertThat(tenant.org().requests()).isEmpty();
    }

    @Test
    void reachesItsOrgWhileAnotherFails() {
        opensTheBreakerOfOne(Fault.status(500));

        for (var i = 0; i < 5; i++) {
            assertThat(read(two).failed()).isFalse();
        }

        assertThat(TWO.requests()).hasSize(5);
        isLeftAlone(one);
    }

    /// Not answered within two seconds, see `SimulatedOrgInitializer`.
    @Test
    void isAnsweredAtOnceWhileAnotherKeepsSilent() {
        opensTheBreakerOfOne(Fault.delay(Duration.ofMillis(2500)));

        var began = System.nanoTime();
        var answer = read(two);

        assertThat(answer.failed()).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
        isLeftAlone(one);
    }

    /// The credentials are what does not work, perhaps: others of the same org are asked.
    @Test
    void leavesAConnectionAloneWithAllItsServers() {
        var sibling = Tenant.of(api, ONE, one.connection());
        var other = Tenant.of(api, ONE, Tenant.connection(api, ONE));

        opensTheBreakerOfOne(Fault.status(500));

        isLeftAlone(sibling);
        assertThat(read(other).failed()).isFalse();
    }

    @Test
    void isNotToldOfAnothersLimits() {
        assertThat(read(one).failed()).isFalse();

        assertThat(limits(one)).contains("\"users\"");
        assertThat(limits(two)).isEqualTo("[]");
    }

    private static String limits(Tenant tenant) {
        return tenant.client()
                .call("get_server_info", Map.of())
                .value()
                .at("/rate_limits")
                .toString();
    }
}
