package dev.oktamcp.audit;

import dev.oktamcp.store.Rows;
import dev.oktamcp.tool.PlainText;
import dev.oktamcp.tool.SafeText;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

import java.util.List;

/// The stored record of calls. Rows are added and never changed. Rows that come while others are
/// written are written together, in one transaction.
@Component
class AuditLog {

    private static final String INSERT =
            """
            insert into audit_event
                   (call_id, started_at, duration_ms, server_id, connection_id,
                    subject, client, api_token, tool, effect, outcome, code, reason,
                    arguments, okta_request_ids, trace_id, confirmed_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final Batches<@Nullable Object[]> rows = new Batches<>(this::write);
    private final JdbcOperations jdbc;
    private final TransactionOperations transaction;

    AuditLog(JdbcOperations jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /// Returns when the row is committed.
    ///
    /// @throws DataAccessException where it, or one that is written with it, can't be
    /// @throws TransactionException the same
    void append(AuditEvent event) {
        rows.add(row(event));
    }

    private void write(List<@Nullable Object[]> together) {
        transaction.executeWithoutResult(status -> jdbc.batchUpdate(INSERT, together));
    }

    private static @Nullable Object[] row(AuditEvent event) {
        var effect = event.effect();
        return new @Nullable Object[] {
            event.callId(),
            Rows.time(event.startedAt()),
            event.duration().toMillis(),
            event.serverId(),
            event.connectionId(),
            cut(event.subject(), 200),
            cut(event.client(), 200),
            event.apiToken(),
            cut(event.tool(), 200),
            effect == null ? null : effect.name(),
            event.outcome(),
            event.code(),
            cut(event.reason(), 500),
            cut(event.arguments(), 4000),
            cut(event.oktaRequestIds(), 2000),
            event.traceId(),
            cut(event.confirmedBy(), 320)
        };
    }

    private static @Nullable String cut(@Nullable String text, int length) {
        return text == null ? null : PlainText.of(SafeText.of(text), length);
    }
}
