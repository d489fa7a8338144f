package dev.oktamcp.okta;

import dev.oktamcp.tool.TextSize;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// How large a value is as JSON without spaces, without writing it.
final class JsonSize {

    private JsonSize() {}

    /// Adds it to what was added before.
    static void add(JsonNode node, TextSize size) {
        switch (node) {
            case ObjectNode object -> addObject(object, size);
            case ArrayNode array -> addArray(array, size);
            case JsonNode text when text.isString() -> addText(text.stringValue(), size);
            default -> size.add(node.asString("null"));
        }
    }

    private static void addObject(ObjectNode object, TextSize size) {
        var between = '{';
        for (var property : object.properties()) {
            size.add(between);
            addText(property.getKey(), size);
            size.add(':');
            add(property.getValue(), size);
            between = ',';
        }
        size.add(object.isEmpty() ? "{}" : "}");
    }

    private static void addArray(ArrayNode array, TextSize size) {
        var between = '[';
        for (var item : array) {
            size.add(between);
            add(item, size);
            between = ',';
        }
        size.add(array.isEmpty() ? "[]" : "]");
    }

    private static void addText(String text, TextSize size) {
        size.add('"');
        for (int i = 0; i < text.length(); i++) {
            var character = text.charAt(i);
            if (character < ' ' || character == '"' || character == '\\') {
                size.add(escaped(character));
            } else {
                size.add(character);
            }
        }
        size.add('"');
    }

    private static String escaped(char character) {
        return switch (character) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> "\\u%04X".formatted((int) character);
        };
    }
}
