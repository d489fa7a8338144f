package dev.oktamcp.contract;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Finds the fields of a body that its schema does not name. Okta passes over such a field, and
/// over a misspelt one with it. In a `profile` every name is good: an org adds attributes of its
/// own to users, groups and apps, which no document can name. So it is where a profile mapping has
/// its properties by the names of those attributes.
final class UnknownFields {

    private final List<String> found = new ArrayList<>();

    private UnknownFields() {}

    /// @return where each unknown field stands, as a JSON pointer
    static List<String> of(JsonNode schema, JsonNode body) {
        var fields = new UnknownFields();
        fields.look(List.of(schema), body, "");
        return fields.found;
    }

    private void look(List<JsonNode> schemas, JsonNode value, String where) {
        var all = schemas.stream().flatMap(UnknownFields::variants).toList();
        if (value.isObject()) {
            for (var field : value.properties()) {
                lookInto(all, field.getKey(), field.getValue(), where + "/" + field.getKey());
            }
        } else if (value.isArray()) {
            var items = named(all, "items");
            for (int i = 0; i < value.size(); i++) {
                look(items, value.get(i), where + "/" + i);
            }
        }
    }

    private void lookInto(List<JsonNode> schemas, String name, JsonNode value, String where) {
        var known = named(named(schemas, "properties"), name);
        var further = named(schemas, "additionalProperties");
        var open = further.stream().anyMatch(schema -> !schema.isBoolean() || schema.asBoolean());
        if (!known.isEmpty()) {
            look(known, value, where);
        } else if (open) {
            look(further, value, where);
        } else if (!named(schemas, "properties").isEmpty() && !isOwn(where)) {
            found.add(where);
        }
    }

    private static boolean isOwn(String where) {
        return where.contains("/profile/") || where.startsWith("/properties/");
    }

    private static List<JsonNode> named(List<JsonNode> nodes, String name) {
        return nodes.stream().filter(node -> node.has(name)).map(node -> node.path(name)).toList();
    }

    private static Stream<JsonNode> variants(JsonNode schema) {
        var parts =
                Stream.of("allOf", "anyOf", "oneOf")
                        .flatMap(name -> schema.path(name).valueStream())
                        .flatMap(UnknownFields::variants);
        return Stream.concat(Stream.of(schema), parts);
    }
}
