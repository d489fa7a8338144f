package dev.oktamcp.security;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// Wrong tokens of one address, a minute at a time. Nobody guesses 256 bits; this keeps whoever
/// tries from being a load.
@Component
class SignInLimit {

    static final int MOST_WRONG = 10;

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_ADDRESSES = 10_000;

    private record Wrong(int times, Instant until) {}

    /// The eldest go first.
    private final Map<String, Wrong> byAddress =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Wrong> eldest) {
                    return size() > MOST_ADDRESSES;
                }
            };

    private final Clock clock;

    SignInLimit(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean allows(String address) {
        var wrong = byAddress.get(address);
        return wrong == null
                || wrong.times() < MOST_WRONG
                || !clock.instant().isBefore(wrong.until());
    }

    synchronized void wrong(String address) {
        var now = clock.instant();
        var before = byAddress.remove(address);
        byAddress.put(
                address,
                before == null || !now.isBefore(before.until())
                        ? new Wrong(1, now.plus(WINDOW))
                        : new Wrong(before.times() + 1, before.until()));
    }
}
