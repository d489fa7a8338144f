package dev.oktamcp.simulation;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Tells whether a resource satisfies an expression; of an array, any element may.
record Matcher(boolean exactCase) {

    boolean matches(Expression expression, JsonNode resource) {
        return switch (expression) {
            case Expression.And(var left, var right) ->
                    matches(left, resource) && matches(right, resource);
            case Expression.Or(var left, var right) ->
                    matches(left, resource) || matches(right, resource);
            case Expression.Not(var inner) -> !matches(inner, resource);
            case Expression.Comparison comparison -> matches(comparison, resource);
        };
    }

    private boolean matches(Expression.Comparison comparison, JsonNode resource) {
        var values = values(resource, comparison.attribute());
        if (comparison.operator() == Operator.NE) {
            return values.stream().noneMatch(value -> compare(value, comparison.value()) == 0);
        }
        return values.stream()
                .anyMatch(value -> holds(value, comparison.operator(), comparison.value()));
    }

    private boolean holds(JsonNode value, Operator operator, JsonNode literal) {
        return switch (operator) {
            case EQ -> compare(value, literal) == 0;
            case NE -> compare(value, literal) != 0;
            case GT -> compare(value, literal) > 0;
            case GE -> compare(value, literal) >= 0;
            case LT -> compare(value, literal) < 0;
            case LE -> compare(value, literal) <= 0;
            case CO -> text(value).contains(text(literal));
            case SW -> text(value).startsWith(text(literal));
            case EW -> text(value).endsWith(text(literal));
            case PR -> true;
        };
    }

    private int compare(JsonNode value, JsonNode literal) {
        if (value.isNumber() && literal.isNumber()) {
            return value.decimalValue().compareTo(literal.decimalValue());
        }
        var time = time(value);
        var other = time(literal);
        if (time.isPresent() && other.isPresent()) {
            return time.get().compareTo(other.get());
        }
        return text(value).compareTo(text(literal));
    }

    private String text(JsonNode value) {
        var text = value.asString();
        return exactCase ? text : text.toLowerCase(Locale.ROOT);
    }

    private static Optional<Instant> time(JsonNode value) {
        if (!value.isString() || !value.stringValue().matches("\\d{4}-\\d{2}-\\d{2}T.*")) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(value.stringValue()).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /// The values at a path like `profile.login`; absent and null ones are left out.
    static List<JsonNode> values(JsonNode resource, String path) {
        var found = List.of(resource);
        for (var name : path.split("\\.", -1)) {
            var inner = new ArrayList<JsonNode>();
            for (var node : found) {
                addPresent(node.path(name), inner);
            }
            found = inner;
        }
        return found;
    }

    private static void addPresent(JsonNode node, List<JsonNode> found) {
        if (node.isArray()) {
            node.forEach(element -> addPresent(element, found));
        } else if (!node.isMissingNode() && !node.isNull()) {
            found.add(node);
        }
    }
}
