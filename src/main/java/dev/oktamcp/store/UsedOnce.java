package dev.oktamcp.store;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// What can be used once, by whichever replica. Remembered until it would have lapsed anyway.
@Component
public class UsedOnce {

    /// A replica whose clock is behind must not take for new what another has forgotten.
    private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    UsedOnce(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// @param id of at most 36 characters
    /// @return whether this is the first time
    public boolean take(String id, Instant lapses) {
        jdbc.sql("delete from used_once where lapses_at < :now")
                .param("now", Rows.time(clock.instant()))
                .update();
        try {
            jdbc.sql("insert into used_once (id, lapses_at) values (:id, :lapses)")
                    .param("id", id)
                    .param("lapses", Rows.time(lapses.plus(CLOCKS_DIFFER)))
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }
}
