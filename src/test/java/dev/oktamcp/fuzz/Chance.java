package dev.oktamcp.fuzz;

import java.util.List;
import java.util.SplittableRandom;

/// All that is left to chance in a run: the same seed makes the same messages.
@FunctionalInterface
interface Chance {

    static Chance of(long seed) {
        return new SplittableRandom(seed)::nextInt;
    }

    /// From 0 on, and less than this.
    int below(int bound);

    default boolean oneIn(int chances) {
        return below(chances) == 0;
    }

    default <T> T of(List<T> all) {
        return all.get(below(all.size()));
    }

    default byte[] bytes(int length) {
        var bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) below(256);
        }
        return bytes;
    }
}
