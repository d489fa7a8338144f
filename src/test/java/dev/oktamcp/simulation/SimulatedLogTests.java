package dev.oktamcp.simulation;

import static dev.oktamcp.simulation.OrgProbe.attributes;
import static dev.oktamcp.simulation.OrgProbe.encoded;
import static dev.oktamcp.simulation.OrgProbe.header;
import static dev.oktamcp.simulation.OrgProbe.json;
import static dev.oktamcp.simulation.OrgProbe.next;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/// Checks the simulated System Log against what is documented of Okta.
class SimulatedLogTests {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.800Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final SimulatedOrg org =
            SimulatedOrg.start(SimulationSettings.defaults().withClock(CLOCK));
    private final OrgProbe probe = new OrgProbe(org);

    @AfterEach
    void stop() {
        probe.close();
    }

    @Test
    void namesTheWrongLogOperator() throws Exception {
        var refused = probe.get("/api/v1/logs?filter=" + encoded("outcome.result eqq \"SUCCESS\""));

        assertThat(Json.text(json(refused), "errorSummary"))
                .isEqualTo(
                        "Invalid filter 'outcome.result eqq \"SUCCESS\"': Unrecognized attribute"
                                + " operator 'eqq' at position 16. Expected:"
                                + " eq,co,sw,pr,gt,ge,lt,le");
    }

    @Test
    void logsAChangeUnderItsRequestId() throws Exception {
        try (var own = new OrgProbe(SimulatedOrg.start(SimulationSettings.bare()))) {
            var id = own.org().hasUser("alan.kay@example.com");
            var suspended = own.send("POST", "/api/v1/users/" + id + "/lifecycle/suspend");
            var events = own.get("/api/v1/logs");

            assertThat(attributes(events, "eventType")).containsExactly("user.lifecycle.suspend");
            assertThat(attributes(events, "target.id")).containsExactly(id);
            assertThat(attributes(events, "transaction.id"))
                    .containsExactly(header(suspended, "X-Okta-Request-Id"));
            assertThat(json(events).get(0).has("device")).isTrue();
        }
    }

    @Test
    void endsABoundedLogQuery() throws Exception {
        var start = NOW.minus(Duration.ofDays(89));
        var bounds = "since=" + start + "&until=" + NOW.minusSeconds(1) + "&limit=400";
        var oldestFirst = probe.allPages("/api/v1/logs?" + bounds, "uuid");
        var newestFirst = probe.allPages("/api/v1/logs?sortOrder=DESCENDING&" + bounds, "uuid");

        assertThat(oldestFirst).hasSizeBetween(1990, 2000).doesNotHaveDuplicates();
        assertThat(newestFirst).isEqualTo(oldestFirst.reversed());
    }

    @Test
    void pollsTheLogWithoutEnd() throws Exception {
        try (var own = new OrgProbe(SimulatedOrg.start(SimulationSettings.bare()))) {
            var empty = own.get("/api/v1/logs");
            var id = own.org().hasUser("alan.kay@example.com");
            own.send("POST", "/api/v1/users/" + id + "/lifecycle/suspend");
            var resumed = own.get(next(empty).orElseThrow());
            var idle = own.get(next(resumed).orElseThrow());

            assertThat(attributes(empty, "uuid")).isEmpty();
            assertThat(attributes(resumed, "eventType")).containsExactly("user.lifecycle.suspend");
            assertThat(attributes(idle, "uuid")).isEmpty();
            assertThat(next(idle)).isEqualTo(next(resumed));
        }
    }

    @Test
    void tellsOfEveryLock() throws Exception {
        var locked = probe.get("/api/v1/users?filter=" + encoded("status eq \"LOCKED_OUT\""));
        var since = "since=" + NOW.minus(Duration.ofDays(89));
        var lock = encoded("eventType eq \"user.account.lock\"");
        var locks = probe.get("/api/v1/logs?limit=1000&" + since + "&filter=" + lock);

        assertThat(attributes(locked, "id")).hasSizeGreaterThan(2);
        assertThat(attributes(locks, "actor.id"))
                .containsExactlyInAnyOrderElementsOf(attributes(locked, "id"));
        assertThat(attributes(locks, "published"))
                .containsExactlyInAnyOrderElementsOf(attributes(locked, "statusChanged"));
    }

    @Test
    void findsTheLockedAccountInTheLog() throws Exception {
        var failures = "eventType eq \"user.session.start\" and outcome.result ne \"SUCCESS\"";
        var found =
                probe.get(
                        "/api/v1/logs?q=katherine.johnson@example.com&filter=" + encoded(failures));

        assertThat(attributes(found, "outcome.reason"))
                .hasSize(5)
                .containsOnly("INVALID_CREDENTIALS");
    }
}
