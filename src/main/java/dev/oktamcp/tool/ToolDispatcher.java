package dev.oktamcp.tool;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The only door to a tool: runs every call through all stages.
@Component
public final class ToolDispatcher {

    private static final Logger log = LoggerFactory.getLogger(ToolDispatcher.class);
    private static final Duration TIME_FOR_A_CALL = Duration.ofSeconds(55);

    /// Under which the log knows a call's trace.
    private static final String TRACE = "traceId";

    private final ToolHandler chain;
    private final Clock clock;

    /// @throws IllegalStateException where a stage has no interceptor, or more than one
    ToolDispatcher(List<ToolInterceptor> interceptors, Clock clock) {
        this.chain = chain(byStage(interceptors));
        this.clock = clock;
    }

    /// Runs one call through the chain. Never throws.
    public CallOutcome dispatch(ToolRequest request, Caller caller) {
        var now = clock.instant();
        var call = new ToolCall(request, caller, now, now.plus(TIME_FOR_A_CALL));
        if (request.traceId() == null) {
            return dispatch(call);
        }
        try (var _ = MDC.putCloseable(TRACE, request.traceId())) {
            return dispatch(call);
        }
    }

    private CallOutcome dispatch(ToolCall call) {
        return call.ended(ScopedValue.where(ToolCall.CURRENT, call).call(() -> chain.handle(call)));
    }

    private static Map<Stage, ToolInterceptor> byStage(List<ToolInterceptor> interceptors) {
        var byStage = new EnumMap<Stage, ToolInterceptor>(Stage.class);
        for (var interceptor : interceptors) {
            if (byStage.put(interceptor.stage(), interceptor) != null) {
                throw new IllegalStateException(
                        "Two interceptors for stage " + interceptor.stage());
            }
        }
        return byStage;
    }

    private static ToolHandler chain(Map<Stage, ToolInterceptor> byStage) {
        ToolHandler chain = ToolDispatcher::handle;
        for (var stage : List.of(Stage.values()).reversed()) {
            var interceptor = byStage.get(stage);
            if (interceptor == null) {
                throw new IllegalStateException("No interceptor for stage " + stage);
            }
            var next = chain;
            chain = call -> interceptor.intercept(call, next);
        }
        return chain;
    }

    /// A failure that a tool threw is a result from here on, so that COMMIT knows how a change
    /// ended.
    private static ToolResult handle(ToolCall call) {
        var tool = call.tool();
        if (tool == null) {
            throw new IllegalStateException("The call is not resolved");
        }
        try {
            return (call.rehearsing() ? tool.preview() : tool.handler()).handle(call);
        } catch (ToolException e) {
            logCause(call, e);
            return e.failure();
        }
    }

    private static void logCause(ToolCall call, ToolException e) {
        if (e.getCause() != null) {
            var root = e.getCause();
            while (root.getCause() != null) {
                root = root.getCause();
            }
            log.warn("Call {}: {} ({})", call.id(), e.failure().message(), root.toString());
            log.debug("Call {}", call.id(), e);
        }
    }
}
