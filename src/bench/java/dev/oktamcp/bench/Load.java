package dev.oktamcp.bench;

import java.time.Duration;

/// What one run of the load generator saw.
///
/// @param seconds how long it ran
/// @param requests how many answers came
/// @param failures broken connections, time-outs, and answers of another status than 2xx
/// @param median of the times that the answers took
/// @param late the time that one of a hundred answers exceeded
record Load(double seconds, long requests, long failures, Duration median, Duration late) {

    double perSecond() {
        return requests / seconds;
    }

    /// @throws IllegalStateException where something failed: figures of failures mean nothing
    Load withoutFailures(String what) {
        if (failures > 0 || requests == 0) {
            throw new IllegalStateException(
                    "%s: %d answers, %d failures".formatted(what, requests, failures));
        }
        return this;
    }
}
