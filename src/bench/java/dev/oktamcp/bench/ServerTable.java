package dev.oktamcp.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// The figures in ratios: those of another machine, or of another hour, are different.
final class ServerTable {

    private static final double LEAST_HEADROOM = 2;

    private ServerTable() {}

    static void print(Map<ServerCase, List<Round>> measured, int rounds, Duration time)
            throws IOException, InterruptedException {
        IO.println(
                "Ours to the SDK's minimal server: median (least to most) of %d rounds, %d s each."
                        .formatted(rounds, time.toSeconds()));
        print(
                "case",
                "callers",
                "answers a second",
                "CPU per answer",
                "added p50",
                "upstream",
                "size");
        print("---", "---", "---", "---", "---", "---", "---");
        for (var each : measured.entrySet()) {
            row(each.getKey(), each.getValue());
        }
        IO.println("new to old: our 2026-07-28 to our 2025-11-25, the same call.");
        IO.println("upstream: what it can do to what the faster of the two asked of it, at least.");
    }

    private static void row(ServerCase each, List<Round> rounds)
            throws IOException, InterruptedException {
        print(
                each.name(),
                each.callers(),
                spread(rounds, Round::throughput),
                spread(rounds, Round::processor),
                spread(rounds, Round::added),
                headroom(each, spread(rounds, Round::headroom).least()),
                number(each.size()));
    }

    /// One caller waits more than it asks: that says nothing of what the upstream can do.
    ///
    /// @throws IllegalStateException where it could hardly do more than it was asked to
    private static String headroom(ServerCase each, double least) {
        if (each.callers() == 1 || each.direct() == null) {
            return "";
        }
        if (least < LEAST_HEADROOM) {
            throw new IllegalStateException("The upstream is the bottleneck: " + number(least));
        }
        return number(least);
    }

    private static Spread spread(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return Spread.of(rounds.stream().mapToDouble(figure).toArray());
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }

    private static void print(Object... cells) {
        IO.println("| %-10s | %7s | %-20s | %-20s | %-20s | %8s | %4s |".formatted(cells));
    }
}
