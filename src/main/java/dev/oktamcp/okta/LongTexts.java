package dev.oktamcp.okta;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Texts that nobody reads whole before saying yes, such as an image or the source of a page.
final class LongTexts {

    private static final int LONGEST = 1000;
    private static final int SHOWN = 200;

    private LongTexts() {}

    /// Cuts them, in place, and says how long they are.
    static JsonNode shortened(JsonNode node) {
        switch (node) {
            case ObjectNode object ->
                    object.properties().forEach(each -> each.setValue(shortened(each.getValue())));
            case ArrayNode array -> {
                for (var i = 0; i < array.size(); i++) {
                    array.set(i, shortened(array.get(i)));
                }
            }
            default -> {
                if (node.isString() && node.stringValue().length() > LONGEST) {
                    return cut(node.stringValue());
                }
            }
        }
        return node;
    }

    private static JsonNode cut(String text) {
        return JsonNodeFactory.instance.stringNode(
                "%s… (%,d characters)".formatted(text.substring(0, SHOWN), text.length()));
    }
}
