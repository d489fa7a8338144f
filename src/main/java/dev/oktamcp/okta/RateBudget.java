package dev.oktamcp.okta;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/// What Okta lets each principal do per bucket, learned from its answers: a call that would be
/// refused waits here instead.
@Component
final class RateBudget {

    private record Key(OktaPrincipal principal, String bucket) {}

    private final Map<Key, BudgetWindow> windows = new ConcurrentHashMap<>();
    private final RateBuckets buckets;
    private final Clock clock;

    RateBudget(RateBuckets buckets, Clock clock) {
        this.buckets = buckets;
        this.clock = clock;
    }

    /// Where an operation draws from. A call keeps to it to its end, so that what it hears of
    /// credentials that were swapped meanwhile is told to nobody else.
    BudgetWindow window(OktaPrincipal principal, Operation operation) {
        return windows.computeIfAbsent(
                new Key(principal, buckets.of(operation)), key -> new BudgetWindow());
    }

    /// Takes one request from the budget.
    ///
    /// @return zero where it may be sent now, and `answered` must follow; else how long to wait
    ///   before asking again
    Duration take(BudgetWindow window) {
        return window.take(clock.instant());
    }

    /// Takes one request without waiting for what others learn, where nothing says that it would be
    /// refused.
    ///
    /// @return whether it may be sent; `answered` must follow then
    boolean takeUnknown(BudgetWindow window) {
        if (window.usedUp(clock.instant())) {
            return false;
        }
        window.takeUnknown();
        return true;
    }

    /// A request that was taken is over.
    ///
    /// @param answer null where none came
    void answered(BudgetWindow window, @Nullable OktaResponse answer) {
        window.answered(answer, clock.instant());
    }

    /// What is known of this operation's bucket; null where nothing is.
    @Nullable BudgetLine line(BudgetWindow window, Operation operation) {
        return window.line(buckets.of(operation), clock.instant());
    }

    /// Forgets what was learned as the principals that fit.
    void forget(Predicate<OktaPrincipal> principals) {
        windows.keySet().removeIf(key -> principals.test(key.principal()));
    }

    /// What is known of each bucket, by name.
    List<BudgetLine> lines(OktaPrincipal principal) {
        var lines = new ArrayList<BudgetLine>();
        windows.forEach((key, window) -> {
            var line = window.line(key.bucket(), clock.instant());
            if (line != null && key.principal().equals(principal)) {
                lines.add(line);
            }
        });
        lines.sort(Comparator.comparing(BudgetLine::bucket));
        return lines;
    }
}
