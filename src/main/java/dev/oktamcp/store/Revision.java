package dev.oktamcp.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Numbers the changes of what replicas keep in memory. Whoever changes such a row writes the new
/// number into it; a replica that sees the number move reads the rows above the one it knew.
@Component
public final class Revision {

    private final JdbcClient jdbc;

    Revision(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The number for a change, taken first of all in its transaction: the row is locked until the
    /// commit, so that no smaller number is seen after a greater one.
    ///
    /// @throws IllegalStateException outside a transaction
    public long next() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A revision is taken inside its transaction");
        }
        jdbc.sql("update revision set n = n + 1").update();
        return current();
    }

    /// The last one that was committed.
    public long current() {
        return jdbc.sql("select n from revision").query(Long.class).single();
    }
}
