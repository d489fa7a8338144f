package dev.oktamcp.toolset;

import dev.oktamcp.tool.FailureCode;
import dev.oktamcp.tool.ToolException;

import org.jspecify.annotations.Nullable;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// One part of an answer, which the answer can do without.
final class Part<T> {

    /// What goes wrong with one request and leaves the others as they are.
    private static final Set<FailureCode> OF_ONE_PART =
            EnumSet.of(
                    FailureCode.OKTA_ERROR,
                    FailureCode.UNAVAILABLE,
                    FailureCode.TIMEOUT,
                    FailureCode.RATE_LIMITED);

    private final String name;
    private final Supplier<T> source;
    private @Nullable T value;

    Part(String name, Supplier<T> source) {
        this.name = name;
        this.source = source;
    }

    /// @return why it could not be read; empty where it was
    Optional<LeftOut> read() {
        try {
            value = source.get();
            return Optional.empty();
        } catch (ToolException e) {
            if (!OF_ONE_PART.contains(e.failure().code())) {
                throw e;
            }
            return Optional.of(new LeftOut(name, e.failure().message()));
        }
    }

    /// Null where it was left out.
    @Nullable T value() {
        return value;
    }

    T or(T otherwise) {
        return value == null ? otherwise : value;
    }
}
