package dev.oktamcp.okta;

import dev.oktamcp.tool.Change;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.stream.Stream;

/// What becomes different of an object: each property at its place, as `from` and `to`, so that
/// whatever hides a property by its name hides it here.
final class Difference {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Difference() {}

    /// @param replaces whether what is not given is removed, as far as `schema` says that it could
    ///   be given
    static ObjectNode of(JsonNode now, ObjectNode given, JsonNode schema, boolean replaces) {
        var changes = NODES.objectNode();
        for (var property : given.properties()) {
            var name = property.getKey();
            var inside = property(schema, name);
            put(changes, name, changed(now.path(name), property.getValue(), inside, replaces));
        }
        if (replaces) {
            removed(changes, now, given, schema);
        }
        return changes;
    }

    private static void put(ObjectNode changes, String name, ObjectNode change) {
        if (!change.isEmpty()) {
            changes.set(name, change);
        }
    }

    private static ObjectNode changed(
            JsonNode now, JsonNode given, JsonNode schema, boolean replaces) {
        if (given instanceof ObjectNode object && now.isObject()) {
            return of(now, object, schema, replaces);
        }
        return same(now, given) ? NODES.objectNode() : Change.of(now, given);
    }

    private static boolean same(JsonNode now, JsonNode given) {
        return now.equals(given) || (nothing(now) && nothing(given));
    }

    private static boolean nothing(JsonNode value) {
        return value.isMissingNode() || value.isNull() || (value.isContainer() && value.isEmpty());
    }

    private static void removed(
            ObjectNode changes, JsonNode now, ObjectNode given, JsonNode schema) {
        for (var property : now.properties()) {
            var name = property.getKey();
            var could = open(schema) || !property(schema, name).isMissingNode();
            if (could && !given.has(name) && !nothing(property.getValue())) {
                changes.set(name, Change.of(property.getValue(), NODES.missingNode()));
            }
        }
    }

    /// Whether any property can be given.
    private static boolean open(JsonNode schema) {
        var more = schema.path("additionalProperties");
        return more.isObject() || more.asBoolean(!schema.has("properties") && !choice(schema));
    }

    private static boolean choice(JsonNode schema) {
        return schema.has("anyOf") || schema.has("oneOf");
    }

    private static JsonNode property(JsonNode schema, String name) {
        return Stream.concat(
                        Stream.of(schema),
                        Stream.of("anyOf", "oneOf")
                                .flatMap(choice -> schema.path(choice).values().stream()))
                .map(each -> each.path("properties").path(name))
                .filter(found -> !found.isMissingNode())
                .findFirst()
                .orElse(NODES.missingNode());
    }
}
