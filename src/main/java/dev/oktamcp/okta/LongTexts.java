package dev.oktamcp.okta;

import dev.oktamcp.tool.Sha256;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Texts that nobody reads whole before saying yes, such as an image or the source of a page.
final class LongTexts {

    private static final int LONGEST = 1000;
    private static final int BEGIN = 500;
    private static final int END = 200;

    private LongTexts() {}

    /// Cuts them, in place, and says how long they are. Others of the same length differ by their
    /// SHA-256.
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

    /// Of what is cut, nobody could take the secrets out.
    private static boolean isJson(String text) {
        var begin = text.stripLeading();
        return begin.startsWith("{") || begin.startsWith("[");
    }

    private static JsonNode cut(String text) {
        var hash = HexFormat.of().formatHex(Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
        var facts = "(%,d characters, SHA-256 %s)".formatted(text.length(), hash.substring(0, 16));
        return JsonNodeFactory.instance.stringNode(
                isJson(text)
                        ? facts
                        : "%s %s … %s"
                                .formatted(
                                        facts,
                                        text.substring(0, BEGIN),
                                        text.substring(text.length() - END)));
    }
}
