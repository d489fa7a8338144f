package dev.oktamcp.bench;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/// What one run of the load generator saw.
///
/// @param seconds how long it ran
/// @param requests how many answers came
/// @param failures broken connections, time-outs, and answers of another status than 2xx
/// @param median of the times that the answers took
/// @param late the time that one of a hundred answers exceeded
/// @param bytes of all answers
record Load(
        double seconds, long requests, long failures, Duration median, Duration late, long bytes) {

    /// @param text microseconds, answers, failures, median and 99th percentile in microseconds, and
    ///   bytes, separated by blanks
    static Load parse(String text) {
        var numbers = Arrays.stream(text.split(" ", -1)).mapToLong(Long::parseLong).toArray();
        return new Load(
                numbers[0] / 1e6,
                numbers[1],
                numbers[2],
                Duration.of(numbers[3], ChronoUnit.MICROS),
                Duration.of(numbers[4], ChronoUnit.MICROS),
                numbers[5]);
    }

    double perSecond() {
        return requests / seconds;
    }

    /// Figures of failures mean nothing, and MCP tells of some with status 200: they are short.
    ///
    /// @param size of a good answer's body, at least
    /// @throws IllegalStateException where something failed
    Load ofGoodAnswers(String what, long size) {
        if (failures > 0 || requests == 0 || bytes < requests * size) {
            throw new IllegalStateException(what + " failed: " + this);
        }
        return this;
    }
}
