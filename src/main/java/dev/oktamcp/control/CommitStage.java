package dev.oktamcp.control;

import dev.oktamcp.tool.Effect;
import dev.oktamcp.tool.FailureCode;
import dev.oktamcp.tool.Stage;
import dev.oktamcp.tool.ToolCall;
import dev.oktamcp.tool.ToolHandler;
import dev.oktamcp.tool.ToolInterceptor;
import dev.oktamcp.tool.ToolResult;

import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;

import org.springframework.stereotype.Component;

import java.time.Duration;

/// A change takes a place among those under way and leaves a stored intent, or it is not made. So
/// does what leaves as a file, but for the place: a crash must not hide what has left.
@Component
final class CommitStage implements ToolInterceptor {

    private final BulkheadRegistry places;
    private final Intents intents;

    CommitStage(LimitProperties properties, Intents intents) {
        this.places =
                BulkheadRegistry.of(
                        BulkheadConfig.custom()
                                .maxConcurrentCalls(properties.concurrentChanges())
                                .maxWaitDuration(Duration.ZERO)
                                .build());
        this.intents = intents;
    }

    @Override
    public Stage stage() {
        return Stage.COMMIT;
    }

    @Override
    public ToolResult intercept(ToolCall call, ToolHandler next) {
        if (call.rehearsing()) {
            return next.handle(call);
        }
        if (call.definition().effect() == Effect.READ) {
            return call.rows().isPresent() ? recorded(call, next) : next.handle(call);
        }
        var places = this.places.bulkhead(call.caller().server().id());
        if (!places.tryAcquirePermission()) {
            return ToolResult.Failure.of(
                    FailureCode.LIMITED,
                    "Too many changes are under way on this MCP server. Wait until one has ended,"
                            + " then try again.");
        }
        try {
            return recorded(call, next);
        } finally {
            places.releasePermission();
        }
    }

    /// An exception leaves the intent open: nobody knows how it ended.
    private ToolResult recorded(ToolCall call, ToolHandler next) {
        intents.begin(call);
        if (call.definition().effect() != Effect.READ) {
            call.committed();
        }
        var result = next.handle(call);
        intents.end(
                call.id(),
                switch (result) {
                    case ToolResult.Success success -> "SUCCESS";
                    case ToolResult.Failure failure -> failure.code().name();
                    case ToolResult.InputRequired asked -> "ASKED";
                });
        return result;
    }
}
