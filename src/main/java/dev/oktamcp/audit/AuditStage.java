package dev.oktamcp.audit;

import dev.oktamcp.tool.FailureCode;
import dev.oktamcp.tool.ShortestFirst;
import dev.oktamcp.tool.Stage;
import dev.oktamcp.tool.ToolCall;
import dev.oktamcp.tool.ToolHandler;
import dev.oktamcp.tool.ToolInterceptor;
import dev.oktamcp.tool.ToolResult;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// One record per call, whatever became of it. A call that can't be recorded gets no answer.
@Component
final class AuditStage implements ToolInterceptor {

    private static final Logger log = LoggerFactory.getLogger(AuditStage.class);

    private final AuditLog auditLog;
    private final JsonMapper json;
    private final Clock clock;

    AuditStage(AuditLog auditLog, JsonMapper json, Clock clock) {
        this.auditLog = auditLog;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Stage stage() {
        return Stage.AUDIT;
    }

    @Override
    public ToolResult intercept(ToolCall call, ToolHandler next) {
        var startedAt = clock.instant();
        var result = next.handle(call);
        try {
            auditLog.append(event(call, startedAt, result));
            return result;
        } catch (DataAccessException | TransactionException e) {
            log.error("Call {} could not be recorded", call.id(), e);
            return ToolResult.Failure.of(
                    FailureCode.NOT_RECORDED,
                    "The call could not be recorded, so its answer is withheld. If it was a change,"
                            + " it may have happened: look at the object before trying again.");
        }
    }

    private AuditEvent event(ToolCall call, Instant startedAt, ToolResult result) {
        var caller = call.caller();
        var tool = call.tool();
        var failure = result instanceof ToolResult.Failure f ? f : null;
        return new AuditEvent(
                call.id(),
                startedAt,
                Duration.between(startedAt, clock.instant()),
                caller.server().id(),
                caller.connectionId(),
                caller.subject(),
                caller.client(),
                caller.access().apiToken(),
                call.request().name(),
                tool == null ? null : tool.definition().effect(),
                outcome(call, result),
                failure == null ? null : failure.code().name(),
                reason(call, failure),
                arguments(call),
                String.join(" ", call.upstream()),
                call.request().traceId(),
                call.confirmedBy());
    }

    /// How many rows left with it is nowhere else.
    private static @Nullable String reason(ToolCall call, ToolResult.@Nullable Failure failure) {
        var reason = failure == null ? null : failure.reason();
        return call.rows()
                .map(rows -> "rows written: %d".formatted(rows.written()))
                .map(rows -> reason == null ? rows : rows + "; " + reason)
                .orElse(reason);
    }

    private static String outcome(ToolCall call, ToolResult result) {
        return switch (result) {
            case ToolResult.Success _ when call.dryRun() -> "DRY_RUN";
            case ToolResult.Success _ -> "SUCCESS";
            case ToolResult.Failure _ -> "FAILURE";
            case ToolResult.InputRequired _ -> "ASKED";
        };
    }

    /// What is called, and on what, must not be cut off behind a long body.
    private String arguments(ToolCall call) {
        ObjectNode arguments = json.valueToTree(ShortestFirst.of(call.request().arguments()));
        Redaction.secrets(arguments);
        return arguments.toString();
    }
}
