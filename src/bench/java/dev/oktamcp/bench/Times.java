package dev.oktamcp.bench;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/// How long the answers of a run took.
final class Times {

    private static final int MOST = 1_000_000;

    private final long begin = System.nanoTime();
    private final int[] microseconds = new int[MOST];
    private final AtomicInteger answers = new AtomicInteger();
    private final LongAdder failures = new LongAdder();
    private final LongAdder bytes = new LongAdder();

    /// Of more answers than there is room for, the last are kept.
    void add(long nanoseconds, long size) {
        microseconds[answers.getAndIncrement() % MOST] = (int) (nanoseconds / 1000);
        bytes.add(size);
    }

    void addFailure() {
        failures.increment();
    }

    /// Microseconds, answers, failures, median and 99th percentile in microseconds, bytes.
    @Override
    public String toString() {
        var time = (System.nanoTime() - begin) / 1000;
        var kept = Math.min(MOST, answers.get());
        Arrays.sort(microseconds, 0, kept);
        return "%d %d %d %d %d %d"
                .formatted(
                        time,
                        answers.get(),
                        failures.sum(),
                        microseconds[kept / 2],
                        microseconds[(int) (kept * 0.99)],
                        bytes.sum());
    }
}
