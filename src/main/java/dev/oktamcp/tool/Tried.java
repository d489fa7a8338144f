package dev.oktamcp.tool;

import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;

/// One of several parts of an answer, of which the others are worth something without it.
///
/// @param value null where it did not work
/// @param failure null where it did
public record Tried<T extends @Nullable Object>(
        @Nullable T value, ToolResult.@Nullable Failure failure) {

    /// @throws ToolException where the whole call is no longer wanted
    public static <T extends @Nullable Object> Tried<T> of(Supplier<T> part) {
        try {
            return new Tried<>(part.get(), null);
        } catch (ToolException e) {
            if (e.failure().code() == FailureCode.CANCELLED) {
                throw e;
            }
            return new Tried<>(null, e.failure());
        }
    }
}
