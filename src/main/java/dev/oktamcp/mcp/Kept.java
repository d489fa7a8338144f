package dev.oktamcp.mcp;

import java.util.Map;
import java.util.function.Supplier;

/// What was made for the keys that were asked for last. It is made outside of the lock: nobody
/// waits for what somebody else asked for. Two who ask for the same at once both make it.
final class Kept<K, V> {

    private final Map<K, V> latest;

    Kept(int most) {
        latest = Latest.used(most);
    }

    V of(K key, Supplier<V> maker) {
        synchronized (latest) {
            var kept = latest.get(key);
            if (kept != null) {
                return kept;
            }
        }
        var made = maker.get();
        synchronized (latest) {
            latest.put(key, made);
        }
        return made;
    }
}
