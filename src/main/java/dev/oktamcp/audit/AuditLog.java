package dev.oktamcp.audit;

import dev.oktamcp.store.Rows;
import dev.oktamcp.tool.PlainText;
import dev.oktamcp.tool.SafeText;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The stored record of calls. Rows are added and never changed.
@Component
class AuditLog {

    private final JdbcClient jdbc;

    AuditLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void append(AuditEvent event) {
        var effect = event.effect();
        jdbc.sql(
                        """
                        insert into audit_event
                               (call_id, started_at, duration_ms, server_id, connection_id,
                                subject, client, api_token, tool, effect, outcome, code, reason,
                                arguments, okta_request_ids, trace_id)
                        values (:callId, :startedAt, :durationMs, :serverId, :connectionId,
                                :subject, :client, :apiToken, :tool, :effect, :outcome, :code, :reason,
                                :arguments, :oktaRequestIds, :traceId)
                        """)
                .param("callId", event.callId())
                .param("startedAt", Rows.time(event.startedAt()))
                .param("durationMs", event.duration().toMillis())
                .param("serverId", event.serverId())
                .param("connectionId", event.connectionId())
                .param("subject", cut(event.subject(), 200))
                .param("client", cut(event.client(), 200))
                .param("apiToken", event.apiToken())
                .param("tool", cut(event.tool(), 200))
                .param("effect", effect == null ? null : effect.name())
                .param("outcome", event.outcome())
                .param("code", event.code())
                .param("reason", cut(event.reason(), 500))
                .param("arguments", cut(event.arguments(), 4000))
                .param("oktaRequestIds", cut(event.oktaRequestIds(), 2000))
                .param("traceId", event.traceId())
                .update();
    }

    private static @Nullable String cut(@Nullable String text, int length) {
        return text == null ? null : PlainText.of(SafeText.of(text), length);
    }
}
