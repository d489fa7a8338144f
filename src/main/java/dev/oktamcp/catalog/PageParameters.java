package dev.oktamcp.catalog;

import dev.oktamcp.okta.PageRequest;

import tools.jackson.databind.node.ObjectNode;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How much of a list is wanted: the arguments that every tool has which lists.
final class PageParameters {

    static final Set<String> NAMES = Set.of("limit", "cursor", "fetch_all");

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
                Boolean.TRUE.equals(arguments.get("fetch_all")));
    }
}
