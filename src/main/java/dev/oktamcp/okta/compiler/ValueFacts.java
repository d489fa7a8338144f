package dev.oktamcp.okta.compiler;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Set;

/// What a schema says of the value itself: type, format, values and bounds.
final class ValueFacts {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /// Okta's own words, and `regex`, by which it means a text with a pattern, are left out.
    private static final Set<String> FORMATS =
            Set.of(
                    "binary",
                    "date",
                    "date-time",
                    "double",
                    "duration",
                    "email",
                    "float",
                    "int32",
                    "int64",
                    "password",
                    "uri",
                    "uuid");

    /// Kept as they are.
    private static final List<String> BOUNDS =
            List.of(
                    "multipleOf",
                    "minLength",
                    "maxLength",
                    "minItems",
                    "maxItems",
                    "uniqueItems",
                    "minProperties",
                    "maxProperties");

    private ValueFacts() {}

    static void add(JsonNode schema, ObjectNode facts) {
        type(schema, facts);
        values(schema, facts);
        bounds(schema, facts);
    }

    private static void type(JsonNode schema, ObjectNode facts) {
        var type = typeOf(schema);
        if (!type.isEmpty()) {
            if (schema.path("nullable").asBoolean(false)) {
                facts.set("type", NODES.arrayNode().add(type).add("null"));
            } else {
                facts.put("type", type);
            }
        }
        var format = schema.path("format").asString("");
        if (FORMATS.contains(format)) {
            facts.put("format", format);
        }
    }

    /// The type that is said, or that the rest of the schema shows; empty where any will do.
    static String typeOf(JsonNode schema) {
        if (schema.path("type").isString()) {
            return schema.path("type").stringValue();
        }
        if (schema.has("properties")) {
            return "object";
        }
        return schema.has("items") ? "array" : "";
    }

    private static void values(JsonNode schema, ObjectNode facts) {
        if (schema.path("enum").isArray()) {
            var values = distinct(schema.path("enum"));
            if (facts.path("type").isArray() && !values.values().contains(NODES.nullNode())) {
                values.addNull();
            }
            facts.set("enum", values);
        }
        if (schema.has("const")) {
            facts.set("const", schema.path("const"));
        }
        var preset = schema.path("default");
        if (fits(preset, typeOf(schema), facts.path("enum")) && !describes(preset)) {
            facts.set("default", preset);
        }
    }

    /// Some documents have a value twice, which JSON Schema does not allow.
    private static ArrayNode distinct(JsonNode values) {
        var distinct = NODES.arrayNode();
        values.valueStream().distinct().forEach(distinct::add);
        return distinct;
    }

    /// Some documents say in words what happens without a value, or that nothing does.
    private static boolean describes(JsonNode preset) {
        return preset.isString()
                && (preset.stringValue().isEmpty() || preset.stringValue().contains(" "));
    }

    private static boolean fits(JsonNode value, String type, JsonNode allowed) {
        var ofType =
                switch (type) {
                    case "string" -> value.isString();
                    case "integer" -> value.isIntegralNumber();
                    case "number" -> value.isNumber();
                    case "boolean" -> value.isBoolean();
                    case "array" -> value.isArray();
                    case "object" -> value.isObject();
                    default -> false;
                };
        return ofType && (!allowed.isArray() || allowed.valueStream().anyMatch(value::equals));
    }

    private static void bounds(JsonNode schema, ObjectNode facts) {
        bound(schema, "minimum", "exclusiveMinimum", facts);
        bound(schema, "maximum", "exclusiveMaximum", facts);
        for (var name : BOUNDS) {
            if (schema.has(name)) {
                facts.set(name, schema.path(name));
            }
        }
        Patterns.of(schema.path("pattern").asString(""))
                .ifPresent(pattern -> facts.put("pattern", pattern));
    }

    /// In OpenAPI 3.0 `exclusive…` is a flag beside the bound, in JSON Schema it is the bound.
    private static void bound(JsonNode schema, String name, String exclusive, ObjectNode facts) {
        var excluded = schema.path(exclusive);
        if (excluded.isNumber()) {
            facts.set(exclusive, excluded);
        }
        if (schema.path(name).isNumber()) {
            facts.set(excluded.asBoolean(false) ? exclusive : name, schema.path(name));
        }
    }
}
