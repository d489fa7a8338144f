package dev.oktamcp.okta;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What Okta lets each principal do per bucket, learned from its answers: a call that would be
/// refused waits here instead.
@Component
final class RateBudget {

    private record Key(OktaPrincipal principal, String bucket) {}

    private final Map<Key, Window> windows = new ConcurrentHashMap<>();
    private final RateBuckets buckets;
    private final Clock clock;

    RateBudget(RateBuckets buckets, Clock clock) {
        this.buckets = buckets;
        this.clock = clock;
    }

    private Window window(OktaPrincipal principal, Operation operation) {
        return windows.computeIfAbsent(
                new Key(principal, buckets.of(operation)), key -> new Window());
    }

    /// Takes one request from the budget.
    ///
    /// @return zero where it may be sent now; else how long to wait before asking again
    Duration take(OktaPrincipal principal, Operation operation) {
        return window(principal, operation).take(clock.instant());
    }

    /// Notes what an answer said of its bucket.
    void learn(OktaPrincipal principal, Operation operation, OktaResponse response) {
        var limit = response.rateLimit();
        if (limit != null) {
            window(principal, operation).learn(limit, clock.instant());
        }
    }

    /// One minute of one bucket, as far as it is known.
    private static final class Window {

        private int limit = Integer.MAX_VALUE;
        private int remaining = Integer.MAX_VALUE;
        private @Nullable Instant resetsAt;

        synchronized Duration take(Instant now) {
            if (resetsAt != null && !now.isBefore(resetsAt)) {
                resetsAt = null;
                remaining = limit;
            }
            if (remaining > 0) {
                remaining--;
                return Duration.ZERO;
            }
            return resetsAt == null ? Duration.ZERO : Duration.between(now, resetsAt);
        }

        /// Answers overtake each other: within a window the lowest that was heard counts.
        synchronized void learn(OktaResponse.RateLimit heard, Instant now) {
            var heardReset = now.plus(heard.untilReset());
            var sameWindow =
                    resetsAt != null
                            && Duration.between(resetsAt, heardReset).abs().toSeconds() <= 2;
            limit = heard.limit();
            remaining = sameWindow ? Math.min(remaining, heard.remaining()) : heard.remaining();
            resetsAt = heardReset;
        }
    }
}
