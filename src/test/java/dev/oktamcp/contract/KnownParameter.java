package dev.oktamcp.contract;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// One parameter of an operation in `operations.json`.
///
/// @param explode whether an array is sent as one pair for each of its items, not by commas
record KnownParameter(String name, String in, boolean required, boolean explode, JsonNode schema) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    static KnownParameter of(JsonNode entry) {
        var place = entry.required("in").stringValue();
        return new KnownParameter(
                entry.required("name").stringValue(),
                place,
                entry.path("required").asBoolean(false),
                entry.path("explode").asBoolean(place.equals("query")),
                entry.required("schema"));
    }

    /// Its value, where it is a header; names are in lower case.
    List<String> header(Map<String, String> headers) {
        var value = headers.get(name.toLowerCase(Locale.ROOT));
        return value == null ? List.of() : List.of(value);
    }

    /// What the text on the wire stands for; text that stands for nothing stays text, which then
    /// does not fit the schema.
    JsonNode value(List<String> values) {
        if (has(schema, "array")) {
            var items = JSON.arrayNode();
            var texts = explode ? values : List.of(values.getFirst().split(",", -1));
            texts.forEach(text -> items.add(scalar(schema.path("items"), text)));
            return items;
        }
        return scalar(schema, values.size() == 1 ? values.getFirst() : values.toString());
    }

    private static JsonNode scalar(JsonNode schema, String text) {
        if (has(schema, "integer") && text.matches("-?\\d{1,18}")) {
            return JSON.numberNode(Long.parseLong(text));
        }
        if (has(schema, "boolean") && text.matches("true|false")) {
            return JSON.booleanNode(Boolean.parseBoolean(text));
        }
        return JSON.stringNode(text);
    }

    private static boolean has(JsonNode schema, String type) {
        var types = schema.path("type");
        return types.isArray()
                ? types.valueStream().anyMatch(each -> type.equals(each.asString()))
                : type.equals(types.asString(""));
    }
}
