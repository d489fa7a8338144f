package dev.oktamcp.toolset;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.StringNode;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Puts expressions for the System Log's `filter` together.
final class LogFilter {

    private LogFilter() {}

    /// A value is written as a JSON string: nothing in it can end the quotation.
    static String is(String attribute, String value) {
        return attribute + " eq " + StringNode.valueOf(value);
    }

    /// One of these event types; one that ends in `.` or `_` stands for all that begin so.
    static String type(Collection<String> types) {
        return any(
                types.stream()
                        .map(type ->
                                type.endsWith(".") || type.endsWith("_")
                                        ? "eventType sw \"%s\"".formatted(type)
                                        : is("eventType", type))
                        .toList());
    }

    /// Who acted, by id or by login; null for anybody.
    static @Nullable String actor(@Nullable String user) {
        return user == null
                ? null
                : any(List.of(is("actor.id", user), is("actor.alternateId", user)));
    }

    static String any(List<String> conditions) {
        return conditions.stream().collect(Collectors.joining(" or ", "(", ")"));
    }

    /// All that are given.
    static String all(@Nullable String... conditions) {
        return Stream.of(conditions).filter(Objects::nonNull).collect(Collectors.joining(" and "));
    }
}
