package dev.oktamcp.toolset;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.Collection;
import java.util.Map;

/// A change of a part where Okta only replaces the whole: what is there now, with what is given put
/// over it (RFC 7396, JSON Merge Patch). Nothing in between has a type, so nothing that Okta keeps
/// is lost.
final class PartialUpdate {

    private static final JsonMapper JSON = JsonMapper.shared();

    private PartialUpdate() {}

    /// The whole that is to replace what was read.
    ///
    /// @param changes what is given is set, in objects at any depth; a list replaces the list; null
    ///   takes out
    /// @param readOnly properties that Okta shows and does not take
    static ObjectNode of(JsonNode now, Map<String, ?> changes, Collection<String> readOnly) {
        var whole = now.deepCopy().asObject();
        merge(whole, JSON.valueToTree(changes));
        whole.remove(readOnly);
        return whole;
    }

    private static void merge(ObjectNode into, JsonNode changes) {
        for (var change : changes.properties()) {
            var name = change.getKey();
            switch (change.getValue()) {
                case JsonNode gone when gone.isNull() -> into.remove(name);
                case ObjectNode part -> merge(object(into, name), part);
                case JsonNode other -> into.set(name, other);
            }
        }
    }

    private static ObjectNode object(ObjectNode into, String name) {
        return into.get(name) instanceof ObjectNode object ? object : into.putObject(name);
    }
}
