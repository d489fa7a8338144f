package dev.oktamcp.tool;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a property of an object would change from and to, at the property's place in a `Preview`.
/// Whoever looks for values by the names of properties takes both for the property's own.
public final class Change {

    /// Under which the present value stands.
    public static final String FROM = "from";

    /// Under which the new value stands.
    public static final String TO = "to";

    private Change() {}

    /// Nothing stands for what is not there.
    public static ObjectNode of(JsonNode from, JsonNode to) {
        var change = JsonNodeFactory.instance.objectNode();
        change.set(FROM, given(from));
        change.set(TO, given(to));
        return change;
    }

    private static JsonNode given(JsonNode value) {
        return value.isMissingNode() ? JsonNodeFactory.instance.nullNode() : value.deepCopy();
    }

    /// Whether this is one.
    public static boolean is(JsonNode node) {
        return node.isObject() && node.size() == 2 && node.has(FROM) && node.has(TO);
    }
}
