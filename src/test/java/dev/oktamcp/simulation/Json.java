package dev.oktamcp.simulation;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;

/// JSON as Okta writes it: one mapper, times in UTC with three digits of a second.
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ArrayNode array(Collection<? extends JsonNode> items) {
        return MAPPER.createArrayNode().addAll(items);
    }

    static ArrayNode texts(String... items) {
        var array = MAPPER.createArrayNode();
        for (var item : items) {
            array.add(item);
        }
        return array;
    }

    static JsonNode literal(String json) {
        return MAPPER.readTree(json);
    }

    /// A copy for the wire; names that begin with `#` are the simulation's own notes.
    static ObjectNode shown(ObjectNode resource) {
        var shown = resource.deepCopy();
        shown.remove(shown.propertyNames().stream().filter(name -> name.startsWith("#")).toList());
        return shown;
    }

    static byte[] bytes(JsonNode node) {
        return MAPPER.writeValueAsBytes(node);
    }

    static String time(Instant instant) {
        return TIME.format(instant);
    }

    static String text(JsonNode node, String field) {
        var value = node.path(field);
        return value.isString() ? value.stringValue() : "";
    }
}
