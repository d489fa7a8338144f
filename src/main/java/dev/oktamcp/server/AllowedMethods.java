package dev.oktamcp.server;

import dev.oktamcp.tool.Effect;
import dev.oktamcp.tool.Method;
import dev.oktamcp.tool.OperationFacts;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// What the words of a filter's `methods` let through. They add up.
///
/// @param allReads whether all that changes nothing, whatever its method
record AllowedMethods(Set<Method> methods, boolean allReads) {

    private static final String READ = "read";
    private static final String WRITE = "write";

    AllowedMethods {
        methods = Set.copyOf(methods);
    }

    /// @param words that `check` let pass
    static AllowedMethods of(Set<String> words) {
        var methods = EnumSet.noneOf(Method.class);
        var allReads = false;
        for (var word : words) {
            switch (word.toLowerCase(Locale.ROOT)) {
                case READ -> allReads = true;
                case WRITE -> methods.addAll(Set.of(Method.CREATE, Method.UPDATE, Method.DELETE));
                default -> methods.add(Method.valueOf(word.toUpperCase(Locale.ROOT)));
            }
        }
        return new AllowedMethods(methods, allReads);
    }

    /// @throws IllegalArgumentException for a word that names no method
    static void check(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        var known = Stream.of(Method.values()).map(Method::word).anyMatch(lower::equals);
        if (!known && !READ.equals(lower) && !WRITE.equals(lower)) {
            throw new IllegalArgumentException(
                    "There is no method %s. There are read, write, list, get, create, update, delete, custom."
                            .formatted(word));
        }
    }

    boolean allow(OperationFacts operation) {
        return (allReads && operation.effect() == Effect.READ)
                || methods.contains(operation.method());
    }
}
