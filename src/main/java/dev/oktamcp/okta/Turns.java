package dev.oktamcp.okta;

import dev.oktamcp.tool.Effect;
import dev.oktamcp.tool.LogLevel;
import dev.oktamcp.tool.RateLimit;
import dev.oktamcp.tool.ToolCall;
import dev.oktamcp.tool.ToolException;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Waits until it is a request's turn within Okta's rate limits, as long as its call can wait.
@Component
final class Turns {

    private static final Duration A_LITTLE = Duration.ofMillis(150);

    private static final Duration WORTH_TELLING = Duration.ofSeconds(1);

    private final RateBudget budget;
    private final Clock clock;

    Turns(RateBudget budget, Clock clock) {
        this.budget = budget;
        this.clock = clock;
    }

    /// @return whether one request was taken from the budget; false where it would be too late
    /// @throws ToolException where the call was cancelled meanwhile
    boolean await(BudgetWindow window, ToolCall call, Instant waitUntil) {
        var wait = budget.take(window);
        while (!wait.isZero() && !clock.instant().plus(wait).isAfter(waitUntil)) {
            sleep(wait.plus(jitter(wait.compareTo(A_LITTLE) < 0 ? wait : A_LITTLE)), call);
            if (call.cancellation().cancelled() || Thread.currentThread().isInterrupted()) {
                throw LostAnswers.cancelled(Effect.READ);
            }
            wait = budget.take(window);
        }
        return wait.isZero() || budget.takeUnknown(window);
    }

    /// What a call is told whose turn would come too late.
    ToolException tooLate(BudgetWindow window, Operation operation, ToolCall call) {
        var line = budget.line(window, operation);
        var seconds = line == null ? 1 : Math.max(1, line.resetSeconds());
        if (line != null) {
            call.heard(new RateLimit(line.limit(), 0, seconds));
        }
        return OktaErrors.rateLimited(
                "%s: Okta's limit for such requests is used up; nothing was sent. Try again in %d seconds."
                        .formatted(operation.id(), seconds),
                seconds);
    }

    /// Some time up to this much.
    static Duration jitter(Duration most) {
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most.toMillis() + 1));
    }

    /// Ends early where the call is cancelled: the next step finds out by itself.
    static void sleep(Duration time, ToolCall call) {
        if (time.compareTo(WORTH_TELLING) >= 0) {
            var words = "Waiting %d s for Okta, which is busy.".formatted(time.toSeconds());
            call.interaction().log(LogLevel.NOTICE, "okta", words);
        }
        var cancelled = new CompletableFuture<Boolean>();
        try (var _ = call.cancellation().onCancel(() -> cancelled.complete(true))) {
            cancelled.get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // the time is over
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
