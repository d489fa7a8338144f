package dev.oktamcp.tool;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/// Arguments in an order in which they can be cut: what is short stands first, as the operation and
/// the ids of what it is about do, and what is long last.
public final class ShortestFirst {

    private ShortestFirst() {}

    /// The same, at every depth of objects.
    public static Map<String, Object> of(Map<String, ?> arguments) {
        var ordered = new LinkedHashMap<String, Object>();
        arguments.entrySet().stream()
                .sorted(
                        Comparator.<Map.Entry<String, ?>>comparingInt(
                                        entry -> String.valueOf(entry.getValue()).length())
                                .thenComparing(Map.Entry::getKey))
                .forEach(entry -> ordered.put(entry.getKey(), inner(entry.getValue())));
        return ordered;
    }

    @SuppressWarnings("unchecked")
    private static Object inner(Object value) {
        return value instanceof Map<?, ?> object ? of((Map<String, ?>) object) : value;
    }
}
