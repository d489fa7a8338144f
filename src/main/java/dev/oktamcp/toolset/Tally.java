package dev.oktamcp.toolset;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Counts, by key.
final class Tally {

    private final Map<String, Integer> counts = new TreeMap<>();

    /// One key with its count.
    record Count(String key, int count) {}

    void add(String key) {
        counts.merge(key, 1, Integer::sum);
    }

    int keys() {
        return counts.size();
    }

    /// The keys that occur most, the first of them first.
    List<Count> top(int most) {
        return counts.entrySet().stream()
                .map(entry -> new Count(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Count::count).reversed())
                .limit(most)
                .toList();
    }
}
