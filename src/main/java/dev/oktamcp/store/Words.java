package dev.oktamcp.store;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/// A set of names in one column.
public final class Words {

    private Words() {}

    /// @throws IllegalArgumentException for a name with a comma
    public static String joined(Collection<String> words) {
        for (var word : words) {
            if (word.contains(",") || word.isEmpty()) {
                throw new IllegalArgumentException("A name holds no comma, and is not empty");
            }
        }
        return String.join(",", new TreeSet<>(words));
    }

    /// The names that were joined.
    public static Set<String> split(String words) {
        return words.isEmpty() ? Set.of() : Set.of(words.split(",", -1));
    }
}
