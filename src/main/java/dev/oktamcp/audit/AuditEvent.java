package dev.oktamcp.audit;

import dev.oktamcp.tool.Effect;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/// One call and how it ended.
///
/// @param apiToken the id of the API token that was sent beside the URL; null where none was
/// @param effect null where the name led to no tool
/// @param code why it failed; null where it did not
/// @param reason what the caller was not told
/// @param arguments JSON without secrets; cut where it is very long
/// @param oktaRequestIds separated by blanks
/// @param traceId of the trace that the caller says it belongs to; null where it says none
/// @param confirmedBy the human who said yes, as far as that is known; null where nobody was asked
public record AuditEvent(
        String callId,
        Instant startedAt,
        Duration duration,
        String serverId,
        String connectionId,
        @Nullable String subject,
        @Nullable String client,
        @Nullable String apiToken,
        String tool,
        @Nullable Effect effect,
        String outcome,
        @Nullable String code,
        @Nullable String reason,
        String arguments,
        String oktaRequestIds,
        @Nullable String traceId,
        @Nullable String confirmedBy) {}
