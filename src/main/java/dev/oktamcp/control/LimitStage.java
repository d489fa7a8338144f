package dev.oktamcp.control;

import dev.oktamcp.tool.FailureCode;
import dev.oktamcp.tool.Stage;
import dev.oktamcp.tool.ToolCall;
import dev.oktamcp.tool.ToolHandler;
import dev.oktamcp.tool.ToolInterceptor;
import dev.oktamcp.tool.ToolResult;

import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;

import org.springframework.stereotype.Component;

import java.time.Duration;

/// Calls per minute of one MCP server.
@Component
final class LimitStage implements ToolInterceptor {

    private final RateLimiterRegistry limiters;
    private final int perMinute;

    LimitStage(LimitProperties properties) {
        this.perMinute = properties.callsPerMinute();
        this.limiters =
                RateLimiterRegistry.of(
                        RateLimiterConfig.custom()
                                .limitForPeriod(perMinute)
                                .limitRefreshPeriod(Duration.ofMinutes(1))
                                .timeoutDuration(Duration.ZERO)
                                .build());
    }

    @Override
    public Stage stage() {
        return Stage.LIMIT;
    }

    @Override
    public ToolResult intercept(ToolCall call, ToolHandler next) {
        if (!limiters.rateLimiter(call.caller().server().id()).acquirePermission()) {
            return ToolResult.Failure.of(
                    FailureCode.LIMITED,
                    "This MCP server allows %d calls per minute and they are used up. Try again within a minute."
                            .formatted(perMinute));
        }
        return next.handle(call);
    }
}
