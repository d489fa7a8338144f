package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/// What belongs to a user or a group, and goes with it.
final class Owned {

    /// Whose it is; not shown.
    static final String OWNER = "#owner";

    private Owned() {}

    static List<ObjectNode> of(Store store, String kind, ObjectNode owner) {
        return store.kind(kind).with(OWNER, Json.text(owner, "id"));
    }

    /// A resource by its id; that of somebody else is as unknown as none.
    static ObjectNode get(Store store, String kind, ObjectNode owner, String id) {
        var owned = store.kind(kind).get(id);
        if (!Json.text(owned, OWNER).equals(Json.text(owner, "id"))) {
            throw OktaError.notFound(id, kind);
        }
        return owned;
    }

    static void removeAll(Store store, String ownerId) {
        for (var kind : List.copyOf(store.others().keySet())) {
            removeAll(store, kind, ownerId);
        }
    }

    static void removeAll(Store store, String kind, String ownerId) {
        for (var owned : store.kind(kind).with(OWNER, ownerId)) {
            store.kind(kind).remove(Json.text(owned, "id"));
        }
    }
}
