package dev.oktamcp.toolset;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;

/// What Okta replaces as a whole, to be sent back with some of it changed. It is Okta's own answer,
/// not read into types of ours, so nothing is lost that nobody has named.
final class Whole {

    private static final List<String> NEVER_SENT = List.of("_links", "_embedded");

    private final ObjectNode whole;

    private Whole(ObjectNode whole) {
        this.whole = whole;
    }

    /// @param readOnly properties that Okta shows and does not take
    static Whole of(ObjectNode now, String... readOnly) {
        var whole = now.deepCopy();
        whole.remove(NEVER_SENT);
        whole.remove(List.of(readOnly));
        dropNulls(whole);
        return new Whole(whole);
    }

    /// Okta shows what is not set as null, and takes no null for it.
    private static void dropNulls(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.removeIf(JsonNode::isNull);
        }
        node.values().forEach(Whole::dropNulls);
    }

    /// Sets one property. An object changes in those of its parts that are given; a part that is
    /// given as null is taken out.
    ///
    /// @param pointer to the property (RFC 6901)
    /// @param value null to leave it as it is, an empty text to take it out
    Whole with(String pointer, @Nullable Object value) {
        if (value != null) {
            var place = JsonPointer.compile(pointer);
            var parent = place.head().matches() ? whole : whole.withObject(place.head());
            set(parent, place.last().getMatchingProperty(), value);
        }
        return this;
    }

    private static void set(ObjectNode parent, String name, Object value) {
        if (value instanceof Map<?, ?> parts) {
            parent.set(name, Merged.of(parent.path(name), parts));
        } else if (value.equals("")) {
            parent.remove(name);
        } else {
            parent.set(name, JsonMapper.shared().valueToTree(value));
        }
    }

    Whole without(String name) {
        whole.remove(name);
        return this;
    }

    boolean has(String name) {
        return whole.has(name);
    }

    ObjectNode body() {
        return whole;
    }
}
