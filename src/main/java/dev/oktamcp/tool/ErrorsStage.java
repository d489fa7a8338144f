package dev.oktamcp.tool;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Nothing that an exception says reaches the client unless we wrote it for the client.
@Component
final class ErrorsStage implements ToolInterceptor {

    private static final Logger log = LoggerFactory.getLogger(ErrorsStage.class);

    @Override
    public Stage stage() {
        return Stage.ERRORS;
    }

    @Override
    public ToolResult intercept(ToolCall call, ToolHandler next) {
        try {
            return next.handle(call);
        } catch (ToolException e) {
            return e.failure();
        } catch (InputRequiredException e) {
            return call.mayHaveHappened() ? askedTooLate(call) : e.result();
        } catch (RuntimeException | Error e) {
            log.error("Call {} failed", call.id(), e);
            return call.mayHaveHappened() ? unknown(call) : internal(call);
        }
    }

    /// A call that has begun to change something must not run once more from its beginning.
    private static ToolResult askedTooLate(ToolCall call) {
        log.error("Call {} asked its client after it had begun a change", call.id());
        return unknown(call);
    }

    private static ToolResult unknown(ToolCall call) {
        return ToolResult.Failure.of(
                FailureCode.OUTCOME_UNKNOWN,
                "The server made a mistake after it had begun the change: it may have happened. Look at the object before trying again. The log has the cause under call id %s."
                        .formatted(call.id()));
    }

    private static ToolResult internal(ToolCall call) {
        return ToolResult.Failure.of(
                FailureCode.INTERNAL,
                "The server made a mistake; nothing was changed. Its log has the cause under call id %s."
                        .formatted(call.id()));
    }
}
