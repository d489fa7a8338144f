package dev.oktamcp.catalog;

import dev.oktamcp.okta.ItemFormat;
import dev.oktamcp.okta.PageRequest;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How much of a list is wanted, and what of its items: the arguments that every tool has which
/// lists.
final class PageParameters {

    static final Set<String> NAMES =
            Set.of("limit", "cursor", "fetch_all", "response_format", "fields");

    private static final String DETAILED = "detailed";
    private static final int MOST_FIELDS = 30;
    private static final int LONGEST_FIELD = 200;

    private static final int LONGEST_CURSOR = 2000;

    private PageParameters() {}

    /// Adds them to a schema's properties.
    static void describe(ObjectNode properties) {
        properties
                .putObject("limit")
                .put("type", "integer")
                .put("minimum", 1)
                .put("maximum", PageRequest.MAX_LIMIT)
                .put("default", PageRequest.DEFAULT_LIMIT)
                .put("description", "How many items to return.");
        properties
                .putObject("cursor")
                .put("type", "string")
                .put("maxLength", LONGEST_CURSOR)
                .put(
                        "description",
                        "next_cursor of the page before, where has_more is true; other arguments"
                                + " unchanged.");
        properties
                .putObject("fetch_all")
                .put("type", "boolean")
                .put("default", false)
                .put(
                        "description",
                        "All pages to the end, or until the answer is full; it says which. limit"
                                + " does not count then.");
        describeFormat(properties);
    }

    private static void describeFormat(ObjectNode properties) {
        var format = properties.putObject("response_format").put("type", "string");
        format.putArray("enum").add("concise").add(DETAILED);
        format.put("default", "concise")
                .put(
                        "description",
                        "concise leaves out what is empty or for programs alone; detailed does"
                                + " not.");
        var fields = properties.putObject("fields").put("type", "array");
        fields.putObject("items")
                .put("type", "string")
                .put("minLength", 1)
                .put("maxLength", LONGEST_FIELD);
        fields.put("minItems", 1)
                .put("maxItems", MOST_FIELDS)
                .put(
                        "description",
                        "Properties to return of each item, beside its id; for example"
                                + " [\"status\", \"profile.name\"].");
    }

    /// What a call asks for.
    static PageRequest of(Map<String, Object> arguments) {
        var limit =
                Optional.ofNullable((Number) arguments.get("limit"))
                        .map(Number::intValue)
                        .orElse(PageRequest.DEFAULT_LIMIT);
        return new PageRequest(
                limit,
                (String) arguments.get("cursor"),
                Boolean.TRUE.equals(arguments.get("fetch_all")),
                format(arguments));
    }

    private static ItemFormat format(Map<String, Object> arguments) {
        var fields =
                arguments.get("fields") instanceof List<?> given
                        ? given.stream().map(String::valueOf).toList()
                        : List.<String>of();
        return new ItemFormat(DETAILED.equals(arguments.get("response_format")), fields);
    }
}
