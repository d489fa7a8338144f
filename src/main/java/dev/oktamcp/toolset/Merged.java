package dev.oktamcp.toolset;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.Map;

/// What Okta has, with a few changes to it: RFC 7396. Nothing is known of the names, so none is
/// lost.
final class Merged {

    private Merged() {}

    /// @param now stays as it is
    /// @param changes by name; a null removes, an object changes the one of that name, anything
    ///   else, a list too, takes the place of what was there
    static ObjectNode of(JsonNode now, Map<?, ?> changes) {
        return of(now, JsonMapper.shared().<ObjectNode>valueToTree(changes));
    }

    private static ObjectNode of(JsonNode now, ObjectNode changes) {
        var merged =
                now instanceof ObjectNode object
                        ? object.deepCopy()
                        : JsonMapper.shared().createObjectNode();
        for (var change : changes.properties()) {
            var name = change.getKey();
            switch (change.getValue()) {
                case JsonNode none when none.isNull() -> merged.remove(name);
                case ObjectNode inner -> merged.set(name, of(merged.path(name), inner));
                case JsonNode value -> merged.set(name, value);
            }
        }
        return merged;
    }
}
