package dev.oktamcp.toolset;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Collection;
import java.util.Map;

/// A change of a part where Okta only replaces the whole: what is there now, with what is given put
/// over it (RFC 7396, JSON Merge Patch). Nothing in between has a type, so nothing that Okta keeps
/// is lost.
final class PartialUpdate {

    private PartialUpdate() {}

    /// The whole that is to replace what was read.
    ///
    /// @param changes what is given is set, in objects at any depth; a list replaces the list; null
    ///   takes out
    /// @param readOnly properties that Okta shows and does not take
    static ObjectNode of(JsonNode now, Map<String, ?> changes, Collection<String> readOnly) {
        var whole = Merged.of(now, changes);
        whole.remove(readOnly);
        return whole;
    }
}
