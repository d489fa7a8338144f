package dev.oktamcp.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Numbers the changes of what replicas keep in memory. Whoever changes such a row writes the new
/// number into it; a replica that sees the number move reads the rows above the one it knew.
@Component
public final class Revision {

    /// How far the changes have come that were committed.
    ///
    /// @param stored of what is kept in memory for long
    /// @param sessions of what concerns single sessions
    record Numbers(long stored, long sessions) {}

    private final JdbcClient jdbc;

    Revision(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The number for a change, taken first of all in its transaction: the row is locked until the
    /// commit, so that no smaller number is seen after a greater one.
    ///
    /// @throws IllegalStateException outside a transaction
    public long next() {
        return next("n");
    }

    /// The same for what concerns single sessions, which moves so often that nothing else should be
    /// read again for it.
    ///
    /// @throws IllegalStateException outside a transaction
    public long nextOfSessions() {
        return next("sessions");
    }

    private long next(String column) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A revision is taken inside its transaction");
        }
        jdbc.sql("update revision set %1$s = %1$s + 1".formatted(column)).update();
        return jdbc.sql("select %s from revision".formatted(column)).query(Long.class).single();
    }

    /// The last ones that were committed.
    Numbers current() {
        return jdbc.sql("select n as stored, sessions from revision").query(Numbers.class).single();
    }
}
