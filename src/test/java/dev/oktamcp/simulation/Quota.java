package dev.oktamcp.simulation;

import java.time.Duration;
import java.time.Instant;

/// What the three rate-limit headers of one answer say.
///
/// @param untilReset by the org's clock
/// @param exceeded whether this request came too late
record Quota(int limit, int remaining, Duration untilReset, boolean exceeded) {

    /// Absolute epoch seconds, never a delta, and on the clock of the `Date` header: the JDK's
    /// server writes that one itself from the machine's time, and callers subtract the two.
    long reset() {
        var end = Instant.now().plus(untilReset);
        return end.getEpochSecond() + (end.getNano() > 0 ? 1 : 0);
    }
}
