package dev.oktamcp.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// Counts requests: every request is taken from the org's bucket and from its token's.
final class RateLimiter {

    private final RateLimits limits;
    private final Clock clock;
    private final Map<Key, Window> windows = new HashMap<>();

    RateLimiter(RateLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    synchronized Quota take(RateBucket bucket, String token) {
        var org = window(new Key(bucket, ""), limits.ofOrg(bucket));
        var own = window(new Key(bucket, token), limits.ofToken(bucket));
        var tighter = own.remaining() <= org.remaining() ? own : org;
        if (tighter.remaining() <= 0) {
            return quota(tighter, true);
        }
        org.used++;
        if (own != org) {
            own.used++;
        }
        return quota(tighter, false);
    }

    int limit(RateBucket bucket) {
        return limits.ofToken(bucket);
    }

    Duration window() {
        return limits.window();
    }

    /// A window opens with the first request in it and is not aligned to the minute.
    private Window window(Key key, int limit) {
        var now = clock.instant();
        var window = windows.get(key);
        if (window == null || !now.isBefore(window.end)) {
            window = new Window(limit, now.plus(limits.window()));
            windows.put(key, window);
        }
        return window;
    }

    private Quota quota(Window window, boolean exceeded) {
        var untilReset = Duration.between(clock.instant(), window.end);
        return new Quota(window.limit, window.remaining(), untilReset, exceeded);
    }

    private record Key(RateBucket bucket, String token) {}

    private static final class Window {

        private final int limit;
        private final Instant end;
        private int used;

        Window(int limit, Instant end) {
            this.limit = limit;
            this.end = end;
        }

        int remaining() {
            return limit - used;
        }
    }
}
