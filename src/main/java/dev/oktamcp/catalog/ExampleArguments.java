package dev.oktamcp.catalog;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Makes an example of what a schema takes: what is required, and where nothing is, the first few.
final class ExampleArguments {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int FEW = 3;

    /// As our own phrases show a value.
    private static final Pattern SHOWN = Pattern.compile("[Ff]or example ([^\\s,;]+)");

    private static final int LONGEST_MADE = 60;
    private static final String TEXT = "example";

    /// A picture of one pixel (GIF).
    private static final String FILE = "R0lGODlhAQABAAAAACwAAAAAAQABAAA=";

    private ExampleArguments() {}

    /// @param schema of a tool's arguments
    static ObjectNode of(ObjectNode schema) {
        var example = NODES.objectNode();
        for (var name : schema.path("required")) {
            var property = schema.path("properties").path(name.stringValue());
            example.set(name.stringValue(), value(property));
        }
        return example;
    }

    private static JsonNode value(JsonNode schema) {
        var variant = firstVariant(schema);
        if (variant.isPresent()) {
            return merged(schema, value(variant.get()));
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(0);
        }
        return switch (schema.path("type").asString("")) {
            case "object" -> object(schema);
            case "array" -> array(schema);
            case "boolean" -> NODES.booleanNode(true);
            case "integer", "number" -> NODES.numberNode(schema.path("minimum").asInt(1));
            case "string" -> NODES.stringNode(text(schema));
            default -> schema.has("properties") ? object(schema) : NODES.objectNode();
        };
    }

    private static Optional<JsonNode> firstVariant(JsonNode schema) {
        return schema.path("anyOf")
                .valueStream()
                .filter(variant -> !variant.path("type").asString("").equals("null"))
                .findFirst();
    }

    /// What stands beside a choice belongs to whatever is chosen.
    private static JsonNode merged(JsonNode schema, JsonNode chosen) {
        if (!(chosen instanceof ObjectNode object) || !schema.has("properties")) {
            return chosen;
        }
        var whole = object(schema);
        whole.setAll(object);
        return whole;
    }

    private static ObjectNode object(JsonNode schema) {
        var object = NODES.objectNode();
        var properties = schema.path("properties");
        for (var name : names(schema)) {
            if (properties.has(name)) {
                object.set(name, value(properties.get(name)));
            }
        }
        for (var part : schema.path("allOf")) {
            if (value(part) instanceof ObjectNode more) {
                object.setAll(more);
            }
        }
        return object;
    }

    private static List<String> names(JsonNode schema) {
        var required = schema.path("required").valueStream().map(JsonNode::stringValue).toList();
        return required.isEmpty()
                ? schema.path("properties").propertyNames().stream().limit(FEW).toList()
                : required;
    }

    private static ArrayNode array(JsonNode schema) {
        var array = NODES.arrayNode();
        for (int i = 0; i < Math.max(1, schema.path("minItems").asInt(1)); i++) {
            array.add(value(schema.path("items")));
        }
        return array;
    }

    private static String text(JsonNode schema) {
        if (schema.has("contentEncoding")) {
            return FILE;
        }
        var shown = SHOWN.matcher(schema.path("description").asString(""));
        if (shown.find()) {
            return shown.group(1);
        }
        if (schema.has("pattern")) {
            return patterned(schema);
        }
        return switch (schema.path("format").asString("")) {
            case "date-time" -> "2026-01-31T08:00:00Z";
            case "date" -> "2026-01-31";
            case "email" -> "ada@example.com";
            case "uri", "uri-reference", "url" -> "https://example.com";
            case "hostname" -> "example.com";
            default -> fitting(schema);
        };
    }

    private static String patterned(JsonNode schema) {
        var least = schema.path("minLength").asInt(1);
        var most = schema.path("maxLength").asInt(Math.max(least, LONGEST_MADE));
        return PatternText.fitting(schema.path("pattern").asString(""), least, most)
                .orElseGet(() -> fitting(schema));
    }

    private static String fitting(JsonNode schema) {
        var least = schema.path("minLength").asInt(0);
        var most = schema.path("maxLength").asInt(Integer.MAX_VALUE);
        var text = TEXT.repeat(1 + least / TEXT.length());
        return text.substring(0, Math.clamp(TEXT.length(), least, Math.max(least, most)));
    }
}
