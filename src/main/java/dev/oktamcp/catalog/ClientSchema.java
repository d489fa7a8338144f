package dev.oktamcp.catalog;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A schema of Okta's, written so that every client takes it, and not larger than it may be: what
/// lies too deep stays open, and says so. It accepts whatever Okta's own accepts.
///
/// Claude's API takes only names of letters, digits, `_`, `.` and `-`; Copilot Studio only one type
/// at a place; OpenAI's no array that does not say of what.
final class ClientSchema {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_.-]{1,64}");
    private static final Set<String> NUMBERS = Set.of("integer", "number");
    private static final int DEEPEST = 20;

    /// Keywords that hold no schema, by the types of which they say something. Beside others Okta's
    /// documents have some by mistake, and strict clients refuse them there.
    private static final Map<String, Set<String>> PLAIN = new LinkedHashMap<>();

    static {
        Stream.of("title", "description", "default").forEach(word -> PLAIN.put(word, Set.of()));
        Stream.of("format", "pattern", "minLength", "maxLength", "contentEncoding")
                .forEach(word -> PLAIN.put(word, Set.of("string")));
        Stream.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")
                .forEach(word -> PLAIN.put(word, NUMBERS));
        PLAIN.put("format", Set.of("string", "integer", "number"));
        Stream.of("minItems", "maxItems", "uniqueItems")
                .forEach(word -> PLAIN.put(word, Set.of("array")));
        Stream.of("minProperties", "maxProperties")
                .forEach(word -> PLAIN.put(word, Set.of("object")));
    }

    private static final Set<String> COMPOSED = Set.of("object", "array");

    private final String open;

    private ClientSchema(String open) {
        this.open = open;
    }

    /// @param longest characters that it may have as JSON
    /// @param open what is said where it is cut off
    static ObjectNode of(JsonNode schema, int longest, String open) {
        var client = new ClientSchema(open);
        for (var depth = DEEPEST; depth > 0; depth--) {
            var written = client.written(schema, depth);
            if (written.toString().length() <= longest) {
                return written;
            }
        }
        return client.written(schema, 0);
    }

    private ObjectNode written(JsonNode schema, int depth) {
        var types = types(schema);
        if (types.size() < 2) {
            return typed(schema, types.isEmpty() ? "" : types.getFirst(), depth);
        }
        var either = NODES.objectNode();
        var variants = either.putArray("anyOf");
        types.forEach(type -> variants.add(typed(schema, type, depth)));
        return either;
    }

    private static List<String> types(JsonNode schema) {
        var type = schema.path("type");
        return type.isArray()
                ? type.valueStream().map(JsonNode::stringValue).toList()
                : type.isString() ? List.of(type.stringValue()) : List.of();
    }

    private ObjectNode typed(JsonNode schema, String type, int depth) {
        var written = NODES.objectNode();
        if (!type.isEmpty()) {
            written.put("type", type);
        }
        if (type.equals("null")) {
            return written;
        }
        copyPlain(schema, type, written);
        var deeper = COMPOSED.contains(type) || schema.has("anyOf") || schema.has("oneOf");
        if (depth > 0) {
            parts(schema, written, depth - 1);
        } else if (deeper && !isOpen(schema)) {
            written.put("description", open);
        }
        if (type.equals("array") && !written.has("items")) {
            written.putObject("items");
        }
        return written;
    }

    private static void copyPlain(JsonNode schema, String type, ObjectNode written) {
        PLAIN.forEach((keyword, types) -> {
            if (schema.has(keyword) && (types.isEmpty() || types.contains(type))) {
                written.set(keyword, schema.get(keyword));
            }
        });
        var values = NODES.arrayNode();
        schema.path("enum").valueStream().filter(value -> !value.isNull()).forEach(values::add);
        if (!values.isEmpty()) {
            written.set("enum", values);
        }
    }

    private static boolean isOpen(JsonNode schema) {
        return !schema.has("properties")
                && !schema.has("items")
                && !schema.has("anyOf")
                && !schema.has("oneOf")
                && !schema.has("allOf");
    }

    private void parts(JsonNode schema, ObjectNode written, int depth) {
        for (var keyword : List.of("items", "additionalProperties")) {
            var part = schema.path(keyword);
            if (part.isObject()) {
                written.set(keyword, written(part, depth));
            } else if (part.isBoolean()) {
                written.set(keyword, part);
            }
        }
        properties(schema, written, depth);
        // "One of" refuses what fits two, and Okta's variants are not always told apart.
        for (var keyword : List.of("oneOf", "anyOf", "allOf")) {
            if (schema.has(keyword)) {
                var into = keyword.equals("allOf") ? "allOf" : "anyOf";
                variants(schema.get(keyword), written, into, depth);
            }
        }
    }

    /// Beside a type of its own, a choice can't be null.
    private void variants(JsonNode variants, ObjectNode written, String into, int depth) {
        for (var variant : variants) {
            var one = written(variant, depth);
            if (written.has("type")) {
                one.path("anyOf").values().removeIf(each -> isNull(each));
            }
            if (!written.has("type") || !isNull(one)) {
                written.withArrayProperty(into).add(one);
            }
        }
    }

    private static boolean isNull(JsonNode schema) {
        return schema.path("type").asString("").equals("null");
    }

    private void properties(JsonNode schema, ObjectNode written, int depth) {
        var kept = NODES.objectNode();
        for (var property : schema.path("properties").properties()) {
            if (NAME.matcher(property.getKey()).matches()) {
                kept.set(property.getKey(), written(property.getValue(), depth));
            }
        }
        if (!kept.isEmpty()) {
            written.set("properties", kept);
        }
        if (schema.path("properties").size() > kept.size()) {
            written.put("description", open).remove("additionalProperties");
        }
        var required = NODES.arrayNode();
        for (var name : schema.path("required")) {
            if (kept.has(name.stringValue()) || !schema.has("properties")) {
                required.add(name);
            }
        }
        if (!required.isEmpty()) {
            written.set("required", required);
        }
    }
}
