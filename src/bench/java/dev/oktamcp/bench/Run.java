package dev.oktamcp.bench;

import java.time.Duration;

/// One contender in one round of one case.
///
/// @param processorTime what the contender's own process used meanwhile
record Run(Load load, Duration processorTime) {

    double perSecond() {
        return load.perSecond();
    }

    double medianMicroseconds() {
        return load.median().toNanos() / 1e3;
    }

    double processorMicroseconds() {
        return processorTime.toNanos() / 1e3 / load.requests();
    }
}
