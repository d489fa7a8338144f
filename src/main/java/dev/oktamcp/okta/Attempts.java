package dev.oktamcp.okta;

import dev.oktamcp.tool.Effect;
import dev.oktamcp.tool.FailureCode;
import dev.oktamcp.tool.Method;
import dev.oktamcp.tool.RateLimit;
import dev.oktamcp.tool.ToolCall;
import dev.oktamcp.tool.ToolException;
import dev.oktamcp.tool.ToolResult;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// Sends a request as often as it is safe and worth it: within the rate budget, and again after a
/// 429 (Okta has done nothing then) where it reads or can be repeated without harm. After a 503 or
/// 504 only reads, since a write may have happened. A create is never sent twice.
@Component
final class Attempts {

    private static final int MOST = 10;
    private static final Duration A_MOMENT = Duration.ofMillis(50);
    private static final Duration A_LITTLE = Duration.ofMillis(150);

    private final RateBudget budget;
    private final OktaProperties properties;
    private final Clock clock;

    Attempts(RateBudget budget, OktaProperties properties, Clock clock) {
        this.budget = budget;
        this.properties = properties;
        this.clock = clock;
    }

    /// @param send one try
    /// @return the last answer, whatever it is
    OktaResponse of(
            OktaPrincipal principal,
            Operation operation,
            ToolCall call,
            Supplier<OktaResponse> send) {
        var waitUntil = clock.instant().plus(properties.maxWait());
        waitUntil = waitUntil.isBefore(call.deadline()) ? waitUntil : call.deadline();
        var wait = awaitBudget(principal, operation, call, waitUntil);
        if (!wait.isZero()) {
            throw usedUp(principal, operation, call, wait);
        }
        for (int attempt = 1; ; attempt++) {
            var answer = once(principal, operation, send);
            var pause = pause(answer, attempt);
            var late = clock.instant().plus(pause).isAfter(waitUntil);
            if (pause.isZero() || late || attempt == MOST || !repeatable(operation, answer)) {
                return answer;
            }
            sleep(pause, call);
            if (call.cancellation().cancelled()
                    || !awaitBudget(principal, operation, call, waitUntil).isZero()) {
                return answer;
            }
        }
    }

    private OktaResponse once(
            OktaPrincipal principal, Operation operation, Supplier<OktaResponse> send) {
        OktaResponse answer = null;
        try {
            answer = send.get();
            return answer;
        } finally {
            budget.answered(principal, operation, answer);
        }
    }

    /// Takes one request from the budget, after waiting for it where that is in time.
    ///
    /// @return zero where it was taken; else the wait that would be too long
    private Duration awaitBudget(
            OktaPrincipal principal, Operation operation, ToolCall call, Instant waitUntil) {
        var wait = budget.take(principal, operation);
        while (!wait.isZero()
                && !call.cancellation().cancelled()
                && !clock.instant().plus(wait).isAfter(waitUntil)) {
            sleep(wait.plus(jitter(wait.compareTo(A_LITTLE) < 0 ? wait : A_LITTLE)), call);
            wait = budget.take(principal, operation);
        }
        return wait;
    }

    private static boolean repeatable(Operation operation, OktaResponse answer) {
        var idempotent =
                operation.facts().method() == Method.DELETE || "PUT".equals(operation.http());
        return operation.facts().effect() == Effect.READ || (idempotent && answer.status() == 429);
    }

    /// How long to wait before the next try; zero where there is none to be.
    private static Duration pause(OktaResponse answer, int attempt) {
        return switch (answer.status()) {
            case 429 ->
                    answer.tooManyAtOnce()
                            ? A_MOMENT.plus(jitter(A_MOMENT.multipliedBy(attempt * 2L)))
                            : answer.secondsUntilReset()
                                    .map(Duration::ofSeconds)
                                    .orElse(Duration.ZERO);
            case 503, 504 ->
                    attempt > 2
                            ? Duration.ZERO
                            : A_LITTLE.multipliedBy(attempt).plus(jitter(A_LITTLE));
            default -> Duration.ZERO;
        };
    }

    private static Duration jitter(Duration most) {
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most.toMillis() + 1));
    }

    /// Ends early where the call is cancelled: the next step finds out by itself.
    private static void sleep(Duration time, ToolCall call) {
        var cancelled = new CompletableFuture<Boolean>();
        try (var _ = call.cancellation().onCancel(() -> cancelled.complete(true))) {
            cancelled.get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // the time is over
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ToolException usedUp(
            OktaPrincipal principal, Operation operation, ToolCall call, Duration wait) {
        var seconds = wait.toSeconds() + 1;
        var limit = budget.limit(principal, operation);
        if (limit != Integer.MAX_VALUE) {
            call.heard(new RateLimit(limit, 0, seconds));
        }
        return new ToolException(
                ToolResult.Failure.of(
                        FailureCode.RATE_LIMITED,
                        "%s: Okta's limit for such requests is used up; nothing was sent. Try again in %d seconds."
                                .formatted(operation.id(), seconds)));
    }
}
