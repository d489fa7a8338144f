package dev.oktamcp.simulation;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The order of policies of one type, or of rules of one policy: no gaps, and the system's last.
///
/// @param first the highest priority
record Priorities(List<ObjectNode> all, int first) {

    private static final String PRIORITY = "priority";
    static final Comparator<ObjectNode> ORDER =
            Comparator.comparingInt(item -> item.path(PRIORITY).asInt());

    /// Puts an item in its place, and moves those behind it. ASSUMPTION: a place beyond the end is
    /// the end.
    void place(ObjectNode item, JsonNode wanted) {
        var others = own();
        others.remove(item);
        var end = others.size();
        var place = wanted.isInt() ? wanted.asInt() - first : end;
        others.add(Math.clamp(place, 0, end), item);
        number(others);
    }

    /// Numbers those that are left after one has gone.
    void close() {
        number(own());
    }

    private void number(List<ObjectNode> ordered) {
        for (var at = 0; at < ordered.size(); at++) {
            ordered.get(at).put(PRIORITY, first + at);
        }
    }

    private List<ObjectNode> own() {
        var own = new ArrayList<ObjectNode>();
        for (var item : all) {
            if (!isSystem(item)) {
                own.add(item);
            }
        }
        own.sort(ORDER);
        return own;
    }

    static boolean isSystem(ObjectNode item) {
        return item.path("system").asBoolean(false);
    }
}
