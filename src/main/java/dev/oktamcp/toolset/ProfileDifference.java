package dev.oktamcp.toolset;

import dev.oktamcp.tool.HiddenFields;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.TreeSet;

/// In what two profiles differ. A hidden attribute is not compared at all: whether two values are
/// the same would tell one who knows the other.
///
/// @param profile both values of each attribute that differs, by its name
/// @param same how many attributes have the same value
record ProfileDifference(ObjectNode profile, int same) {

    static ProfileDifference of(JsonNode first, JsonNode second, HiddenFields hidden) {
        var names = new TreeSet<>(first.propertyNames());
        names.addAll(second.propertyNames());
        names.removeIf(hidden::contains);
        var differing = JsonNodeFactory.instance.objectNode();
        var same = 0;
        for (var name : names) {
            var one = first.path(name);
            var other = second.path(name);
            if (!isGiven(one) && !isGiven(other)) {
                continue;
            }
            if (one.equals(other)) {
                same++;
            } else {
                put(differing.putObject(name), one, other);
            }
        }
        return new ProfileDifference(differing, same);
    }

    private static void put(ObjectNode values, JsonNode one, JsonNode other) {
        if (isGiven(one)) {
            values.set("first", one);
        }
        if (isGiven(other)) {
            values.set("second", other);
        }
    }

    private static boolean isGiven(JsonNode value) {
        return !value.isMissingNode() && !value.isNull();
    }
}
