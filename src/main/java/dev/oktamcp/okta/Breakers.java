package dev.oktamcp.okta;

import dev.oktamcp.tool.FailureCode;
import dev.oktamcp.tool.ToolCall;
import dev.oktamcp.tool.ToolException;
import dev.oktamcp.tool.ToolResult;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;

import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Lets an org alone that does not answer, or answers with errors of its own: whoever calls then is
/// told at once. What Okta refuses (4xx) is an answer like any other.
@Component
final class Breakers {

    private static final int FAILED_PERCENT = 50;
    private static final Set<Integer> NOT_ITS_FAULT = Set.of(501, 505);

    private final Map<OktaPrincipal, CircuitBreaker> breakers = new ConcurrentHashMap<>();
    private final CircuitBreakerConfig config;
    private final Duration openFor;

    Breakers(OktaProperties properties) {
        this.openFor = properties.breaker().openFor();
        this.config =
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(properties.breaker().calls())
                        .minimumNumberOfCalls(properties.breaker().calls())
                        .failureRateThreshold(FAILED_PERCENT)
                        .waitDurationInOpenState(openFor)
                        .permittedNumberOfCallsInHalfOpenState(2)
                        .build();
    }

    /// @throws ToolException where the org is left alone; nothing was sent then
    OktaResponse during(OktaPrincipal principal, ToolCall call, Supplier<OktaResponse> send) {
        var breaker = breakers.computeIfAbsent(principal, key -> CircuitBreaker.of("okta", config));
        if (!breaker.tryAcquirePermission()) {
            throw open();
        }
        try {
            var answer = send.get();
            note(breaker, answer.status() < 500 || NOT_ITS_FAULT.contains(answer.status()));
            return answer;
        } catch (RuntimeException | Error e) {
            if (call.cancellation().cancelled()) {
                breaker.releasePermission();
            } else {
                note(breaker, tooLarge(e));
            }
            throw e;
        }
    }

    private static void note(CircuitBreaker breaker, boolean answered) {
        if (answered) {
            breaker.onSuccess(0, TimeUnit.MILLISECONDS);
        } else {
            breaker.onError(0, TimeUnit.MILLISECONDS, new IllegalStateException("no answer"));
        }
    }

    private static boolean tooLarge(Throwable thrown) {
        return thrown instanceof ToolException failed
                && failed.failure().code() == FailureCode.TOO_LARGE;
    }

    private ToolException open() {
        return new ToolException(
                ToolResult.Failure.of(
                        FailureCode.UNAVAILABLE,
                        "Okta has not been answering, so nothing was sent. Try again in %d seconds."
                                .formatted(Math.max(1, openFor.toSeconds()))));
    }
}
