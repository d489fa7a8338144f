package dev.oktamcp.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// The figures of several rounds. A machine's noise lasts longer than a run, so what ran in the
/// same round is compared, and of these ratios the median counts.
record Spread(double median, double least, double most) {

    static Spread of(double... values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        var middle = sorted.length / 2;
        var median =
                sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1]);
    }

    /// Of one contender to another, round by round.
    static Spread ratio(List<Run> one, List<Run> other, ToDoubleFunction<Run> figure) {
        var ratios = new double[one.size()];
        for (int round = 0; round < ratios.length; round++) {
            ratios[round] =
                    figure.applyAsDouble(one.get(round)) / figure.applyAsDouble(other.get(round));
        }
        return of(ratios);
    }

    static Spread of(List<Run> runs, ToDoubleFunction<Run> figure) {
        return of(runs.stream().mapToDouble(figure).toArray());
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", median, least, most);
    }
}
