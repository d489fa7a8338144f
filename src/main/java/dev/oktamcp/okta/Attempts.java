package dev.oktamcp.okta;

import dev.oktamcp.tool.Effect;
import dev.oktamcp.tool.Method;
import dev.oktamcp.tool.ToolCall;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
    private final Turns turns;
    private final OktaProperties properties;
    private final Clock clock;

    Attempts(RateBudget budget, Turns turns, OktaProperties properties, Clock clock) {
        this.budget = budget;
        this.turns = turns;
        this.properties = properties;
        this.clock = clock;
    }

    /// @param send one try
    /// @return the last answer, whatever it is
    /// @throws dev.oktamcp.tool.ToolException where its turn would come too late
    OktaResponse of(
            OktaPrincipal principal,
            Operation operation,
            ToolCall call,
            Supplier<OktaResponse> send) {
        var waitUntil = clock.instant().plus(properties.maxWait());
        waitUntil = waitUntil.isBefore(call.deadline()) ? waitUntil : call.deadline();
        var window = budget.window(principal, operation);
        if (!turns.await(window, call, waitUntil)) {
            throw turns.tooLate(window, operation, call);
        }
        for (int attempt = 1; ; attempt++) {
            var answer = once(window, send);
            if (!worthAnother(operation, answer, attempt, call, waitUntil)
                    || !turns.await(window, call, waitUntil)) {
                return answer;
            }
        }
    }

    private OktaResponse once(BudgetWindow window, Supplier<OktaResponse> send) {
        OktaResponse answer = null;
        try {
            answer = send.get();
            return answer;
        } finally {
            budget.answered(window, answer);
        }
    }

    /// Pauses before the next try where there is one to be.
    private boolean worthAnother(
            Operation operation,
            OktaResponse answer,
            int attempt,
            ToolCall call,
            Instant waitUntil) {
        var pause = pause(answer, attempt);
        var late = clock.instant().plus(pause).isAfter(waitUntil);
        if (pause.isZero() || late || attempt == MOST || !repeatable(operation, answer)) {
            return false;
        }
        Turns.sleep(pause, call);
        return !call.cancellation().cancelled();
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
                            ? A_MOMENT.plus(Turns.jitter(A_MOMENT.multipliedBy(attempt * 2L)))
                            : answer.secondsUntilReset()
                                    .map(Duration::ofSeconds)
                                    .orElse(Duration.ZERO);
            case 503, 504 ->
                    attempt > 2
                            ? Duration.ZERO
                            : A_LITTLE.multipliedBy(attempt).plus(Turns.jitter(A_LITTLE));
            default -> Duration.ZERO;
        };
    }
}
