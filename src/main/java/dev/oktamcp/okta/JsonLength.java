package dev.oktamcp.okta;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// How many characters a value takes as JSON without spaces, without writing it.
final class JsonLength {

    private static final int ESCAPED = 2;
    private static final int ESCAPED_BY_CODE = 6;

    private JsonLength() {}

    static int of(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> ofObject(object);
            case ArrayNode array -> ofArray(array);
            case JsonNode text when text.isString() -> ofText(text.stringValue());
            default -> node.asString("null").length();
        };
    }

    /// With a colon for each property, and a comma between two.
    private static int ofObject(ObjectNode object) {
        var length = 2 + Math.max(0, object.size() - 1);
        for (var property : object.properties()) {
            length += ofText(property.getKey()) + 1 + of(property.getValue());
        }
        return length;
    }

    private static int ofArray(ArrayNode array) {
        var length = 2 + Math.max(0, array.size() - 1);
        for (var item : array) {
            length += of(item);
        }
        return length;
    }

    private static int ofText(String text) {
        var length = 2 + text.length();
        for (int i = 0; i < text.length(); i++) {
            var character = text.charAt(i);
            if (character < ' ' || character == '"' || character == '\\') {
                length += escaped(character) - 1;
            }
        }
        return length;
    }

    private static int escaped(char character) {
        return switch (character) {
            case '"', '\\', '\b', '\f', '\n', '\r', '\t' -> ESCAPED;
            default -> ESCAPED_BY_CODE;
        };
    }
}
