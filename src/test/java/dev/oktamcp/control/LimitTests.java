package dev.oktamcp.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.CallResult;
import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.SettableClock;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.simulation.Fault;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

@ServerTest
class LimitTests {

    private final SimulatedOrg org;
    private final TestServers servers;
    private final JdbcClient jdbc;
    private final Intents intents;
    private final SettableClock clock;

    LimitTests(
            @Autowired SimulatedOrg org,
            @Autowired TestServers servers,
            @Autowired JdbcClient jdbc,
            @Autowired Intents intents,
            @Autowired SettableClock clock) {
        this.intents = intents;
        this.clock = clock;
        this.org = org;
        this.servers = servers;
        this.jdbc = jdbc;
    }

    @Test
    void refusesMoreCallsPerMinuteThanAllowedAndOnlyOnThatServer() {
        var client = RawClient.connected(servers.readOnly());
        var codes = new ArrayList<String>();
        for (int i = 0; i < 130; i++) {
            codes.add(client.call("get_server_info", Map.of()).code());
        }

        assertThat(codes.subList(0, 120)).containsOnly("");
        assertThat(codes).contains("LIMITED");
        assertThat(RawClient.connected(servers.readOnly()).call("get_server_info", Map.of()).code())
                .isEmpty();
    }

    @Test
    void letsOnlySoManyChangesBeUnderWay() throws InterruptedException, ExecutionException {
        var client = RawClient.connected(servers.full());
        var start = new CountDownLatch(1);
        for (int i = 0; i < 4; i++) {
            org.next(Fault.delay(Duration.ofMillis(1500)));
        }
        var results = new ArrayList<Future<CallResult>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                var user = org.hasUser("busy%d@example.com".formatted(i), "ACTIVE");
                results.add(
                        threads.submit(() -> {
                            start.await();
                            return client.call("suspend_user", Map.of("user_id", user));
                        }));
            }
            start.countDown();
        }

        assertThat(codes(results)).containsOnly("", "LIMITED");
        assertThat(codes(results)).filteredOn(String::isEmpty).hasSize(4);
        assertThat(codes(results)).filteredOn("LIMITED"::equals).isNotEmpty();
    }

    private static List<String> codes(List<Future<CallResult>> results) {
        return results.stream().map(result -> result.resultNow().code()).toList();
    }

    private List<String> intents(String url) {
        return jdbc.sql("select outcome from intent where server_id = :id order by started_at")
                .param("id", TestServers.id(url))
                .query(String.class)
                .list();
    }

    @Test
    void storesAnIntentForAChangeAndHowItEnded() {
        var url = servers.full();
        var client = RawClient.connected(url);
        var user = org.hasUser("intended@example.com", "ACTIVE");

        client.call("get_user", Map.of("user_id", user));
        client.call("suspend_user", Map.of("user_id", user));
        client.call("suspend_user", Map.of("user_id", user));

        assertThat(intents(url)).containsExactly("SUCCESS", "OKTA_ERROR");
    }

    @Test
    void makesNoChangeWhoseIntentCantBeStored() {
        var client = RawClient.connected(servers.full());
        var user = org.hasUser("unintended@example.com", "ACTIVE");
        jdbc.sql("alter table intent rename to intent_gone").update();
        try {
            var result = client.call("suspend_user", Map.of("user_id", user));

            assertThat(result.code()).isEqualTo("INTERNAL");
            assertThat(result.text()).contains("nothing was changed");
        } finally {
            jdbc.sql("alter table intent_gone rename to intent").update();
        }

        assertThat(org.statusOf(user)).isEqualTo("ACTIVE");
    }

    @Test
    void callsAChangeUnknownWhoseEndCouldNotBeStored() {
        var client = RawClient.connected(servers.full());
        var user = org.hasUser("half.recorded@example.com", "ACTIVE");
        jdbc.sql("alter table intent add constraint no_end check (outcome is null) nocheck")
                .update();
        try {
            assertThat(client.call("suspend_user", Map.of("user_id", user)).code())
                    .isEqualTo("OUTCOME_UNKNOWN");
        } finally {
            jdbc.sql("alter table intent drop constraint no_end").update();
        }

        assertThat(org.statusOf(user)).isEqualTo("SUSPENDED");
    }

    @Test
    void findsChangesWhoseServerEndedFirst() {
        var url = servers.full();
        var user = org.hasUser("lost@example.com", "ACTIVE");
        RawClient.connected(url).call("suspend_user", Map.of("user_id", user)).value();
        jdbc.sql("update intent set outcome = null where server_id = :id")
                .param("id", TestServers.id(url))
                .update();

        intents.findLost();
        assertThat(intents(url)).as("its lease holds").containsOnlyNulls();
        clock.goAhead(Duration.ofMinutes(3));
        intents.findLost();
        clock.goBackToNow();

        assertThat(intents(url)).containsExactly("OUTCOME_UNKNOWN");
    }
}
