package dev.oktamcp.mcp;

import java.util.LinkedHashMap;
import java.util.Map;

/// Keeps so many entries and drops the eldest. For one thread at a time.
final class Latest<K, V> extends LinkedHashMap<K, V> {

    private static final long serialVersionUID = 1L;

    private final int most;

    private Latest(int most, boolean byUse) {
        super(16, 0.75f, byUse);
        this.most = most;
    }

    /// The eldest is the one that was put in first.
    static <K, V> Latest<K, V> put(int most) {
        return new Latest<>(most, false);
    }

    /// The eldest is the one that was not used for longest.
    static <K, V> Latest<K, V> used(int most) {
        return new Latest<>(most, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}
