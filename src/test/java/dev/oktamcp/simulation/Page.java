package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.Comparator;
import java.util.List;

/// A page of a list.
///
/// @param more whether another page follows
record Page(List<ObjectNode> items, int limit, boolean more) {

    /// Positions are compared, not counted, so that items which change or vanish between two pages
    /// move no other item.
    static Page after(
            ObjectNode last, List<ObjectNode> items, Comparator<ObjectNode> order, int limit) {
        return first(items.stream().filter(item -> order.compare(item, last) > 0).toList(), limit);
    }

    static Page first(List<ObjectNode> items, int limit) {
        var end = Math.min(limit, items.size());
        return new Page(items.subList(0, end), limit, end < items.size());
    }

    Page withoutNext() {
        return new Page(items, limit, false);
    }

    /// The cursor is the id of the last item, as it is in Okta.
    List<Link> links(Call call) {
        return more ? call.selfAndNext(Json.text(items.getLast(), "id"), limit) : call.self();
    }
}
