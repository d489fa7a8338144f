package dev.oktamcp.toolset;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A list, or its beginning where it is long.
///
/// @param count how many items the whole list has
/// @param note what gives out the others; null where all are here
@JsonInclude(JsonInclude.Include.NON_NULL)
record Excerpt<T>(int count, List<T> items, @Nullable String note) {

    /// @param others what gives out all of them, such as a tool
    static <T> Excerpt<T> of(List<T> all, int most, String others) {
        return all.size() <= most
                ? new Excerpt<>(all.size(), all, null)
                : new Excerpt<>(
                        all.size(),
                        all.subList(0, most),
                        "The first %d of %d. %s".formatted(most, all.size(), others));
    }
}
