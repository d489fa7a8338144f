package dev.oktamcp.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.Databases;
import dev.oktamcp.fixture.SettableClock;
import dev.oktamcp.fixture.StoreTest;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

@StoreTest
class IntentsTests {

    private static final Duration LEASE = Duration.ofMinutes(2);

    private final SettableClock clock = new SettableClock();
    private final JdbcClient jdbc;
    private final Intents intents;

    IntentsTests(Databases databases) {
        jdbc = databases.fresh().jdbc();
        intents = new Intents(jdbc, JsonMapper.shared(), clock, new LimitProperties(120, 4, LEASE));
    }

    private void begun(String id, Instant leaseUntil) {
        jdbc.sql(
                        """
                        insert into intent
                               (call_id, server_id, tool, effect, arguments_digest,
                                owner, started_at, lease_until)
                        values (:id, 's', 'create_group', 'CHANGE', 'd', 'o', :at, :at)
                        """)
                .param("id", id)
                .param("at", leaseUntil.atOffset(ZoneOffset.UTC))
                .update();
    }

    private String outcome(String id) {
        return jdbc.sql("select coalesce(outcome, 'none') from intent where call_id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    @Test
    void recordsHowAChangeEnded() {
        begun("1", clock.instant());
        begun("2", clock.instant());

        intents.end("1", "success");

        assertThat(outcome("1")).isEqualTo("success");
        assertThat(outcome("2")).isEqualTo("none");
    }

    @Test
    void findsThoseWhoseLeaseIsOverAndLeavesTheOthers() {
        begun("lost", clock.instant().minusSeconds(1));
        begun("running", clock.instant().plus(LEASE));
        begun("ended", clock.instant().minusSeconds(1));
        intents.end("ended", "success");

        intents.findLost();

        assertThat(outcome("lost")).isEqualTo("OUTCOME_UNKNOWN");
        assertThat(outcome("running")).isEqualTo("none");
        assertThat(outcome("ended")).isEqualTo("success");
    }
}
