package dev.oktamcp.okta.documents;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// YAML as a tree of JSON. What an alias repeats is one node here as well, so that a document of a
/// few lines can't fill the memory; how large it would be written out is bounded.
final class YamlNodes {

    /// Okta's largest document has some 90,000.
    private static final long MOST = 5_000_000;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper JSON = JsonMapper.shared();

    /// @param size how many nodes it is, written out
    private record Sized(JsonNode node, long size) {}

    private final IdentityHashMap<Object, Sized> known = new IdentityHashMap<>();
    private final IdentityHashMap<Object, Boolean> open = new IdentityHashMap<>();
    private long size;

    /// @throws DocumentRefusal where it has no end
    JsonNode of(@Nullable Object value) {
        return value instanceof Map || value instanceof List ? shared(value) : leaf(value);
    }

    private JsonNode leaf(@Nullable Object value) {
        grow(1);
        return JSON.valueToTree(value);
    }

    private JsonNode shared(Object value) {
        var before = known.get(value);
        if (before != null) {
            grow(before.size());
            return before.node();
        }
        if (open.put(value, true) != null) {
            throw new DocumentRefusal("has a YAML alias that contains itself");
        }
        var begun = size;
        grow(1);
        var node = value instanceof Map<?, ?> map ? object(map) : array((List<?>) value);
        open.remove(value);
        known.put(value, new Sized(node, size - begun));
        return node;
    }

    private JsonNode object(Map<?, ?> map) {
        var object = NODES.objectNode();
        map.forEach((name, value) -> object.set(String.valueOf(name), of(value)));
        return object;
    }

    private JsonNode array(List<?> list) {
        var array = NODES.arrayNode();
        list.forEach(value -> array.add(of(value)));
        return array;
    }

    private void grow(long by) {
        size += by;
        if (size > MOST) {
            throw new DocumentRefusal("is too large when its YAML aliases are written out");
        }
    }
}
