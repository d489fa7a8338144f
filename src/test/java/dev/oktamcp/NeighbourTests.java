package dev.oktamcp;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.concurrent.CompletableFuture.supplyAsync;

import dev.oktamcp.fixture.CallResult;
import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.SimulatedOrgInitializer;
import dev.oktamcp.fixture.TestApi;
import dev.oktamcp.simulation.Fault;
import dev.oktamcp.simulation.SimulatedOrg;
import dev.oktamcp.simulation.SimulationSettings;

import org.awaitility.Awaitility;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/// What one org said of its limits, or that it is away, is nothing to calls of the other.
@ServerTest
@ContextConfiguration(
        initializers = {SimulatedOrgInitializer.class, NeighbourTests.LastingBreaker.class})
class NeighbourTests {

    private static final int AT_ONCE = 2;
    private static final Executor EACH_ITS_OWN = task -> Thread.ofVirtual().start(task);

    /// After the one whose breaker never opens. Once open it stays so for longer than the test.
    @Order(Ordered.LOWEST_PRECEDENCE)
    static class LastingBreaker
            implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(
                            "okta-mcp.okta.concurrency=" + AT_ONCE,
                            "okta-mcp.okta.answer-timeout=10s",
                            "okta-mcp.okta.breaker.calls=4",
                            "okta-mcp.okta.breaker.open-for=10m")
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
        return listed(tenant.client());
    }

    private static CallResult listed(RawClient client) {
        return client.call("list_users", Map.of("limit", 1));
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

    /// Calls of the one have all the places there are, and one more waits for a place.
    @Test
    void isAnsweredWhileAnotherKeepsSilent() {
        var client = one.client();
        assertThat(listed(client).failed()).as("Okta's limits are known").isFalse();
        ONE.forgetRequests();
        for (var i = 0; i < AT_ONCE; i++) {
            ONE.next(Fault.delay(Duration.ofMillis(2500)));
        }
        var calls =
                Stream.generate(() -> supplyAsync(() -> listed(client), EACH_ITS_OWN))
                        .limit(AT_ONCE + 1)
                        .toList();
        Awaitility.await().until(() -> ONE.requests().size() >= AT_ONCE);

        var answer = read(two);

        assertThat(calls).noneMatch(CompletableFuture::isDone);
        assertThat(ONE.requests()).hasSize(AT_ONCE);
        assertThat(answer.failed()).isFalse();
        assertThat(calls).noneMatch(call -> call.join().failed());
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
