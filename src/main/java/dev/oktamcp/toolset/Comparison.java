package dev.oktamcp.toolset;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What two people have, and which of them.
///
/// @param onlyFirst what the first of them has and the other has not
@JsonInclude(JsonInclude.Include.NON_NULL)
record Comparison<T>(
        @JsonProperty("only_first") Excerpt<T> onlyFirst,
        @JsonProperty("only_second") Excerpt<T> onlySecond,
        Excerpt<T> both) {

    private static final int SHOWN = 50;

    /// @param key by which two things are the same
    /// @param tool that lists them all
    static <T> Comparison<T> of(
            List<T> first, List<T> second, Function<T, String> key, String tool) {
        return new Comparison<>(
                excerpt(without(first, second, key), tool),
                excerpt(without(second, first, key), tool),
                excerpt(without(first, without(first, second, key), key), tool));
    }

    private static <T> List<T> without(List<T> some, List<T> others, Function<T, String> key) {
        var keys = others.stream().map(key).collect(Collectors.toSet());
        return some.stream().filter(each -> !keys.contains(key.apply(each))).toList();
    }

    private static <T> Excerpt<T> excerpt(List<T> all, String tool) {
        return Excerpt.of(all, SHOWN, tool + " returns all of one user.");
    }
}
