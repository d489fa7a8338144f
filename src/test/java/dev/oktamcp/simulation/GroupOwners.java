package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.stream.Stream;

/// Who owns a group: users or other groups.
///
/// ASSUMPTION: there is no event type for owners, so a change of them is logged as one of the
/// group's profile.
record GroupOwners(Store store, AdminActions admin) {

    private static final String KIND = "GroupOwner";
    private static final String OWNER_ID = "#id";
    private static final int MOST = 1000;

    Stream<Route> routes() {
        var owners = "/api/v1/groups/{groupId}/owners";
        return Stream.of(
                Route.of("GET", owners, this::listGroupOwners),
                Route.of("POST", owners, this::assignGroupOwner),
                Route.of("DELETE", owners + "/{ownerId}", this::deleteGroupOwner));
    }

    /// The cursor is a number of ours, because one owner can have several groups.
    private Answer listGroupOwners(Call call) {
        var owners = Owned.of(store, KIND, group(call));
        var page = Listing.byId(call.query(), store.kind(KIND), owners, MOST);
        var shown = page.items().stream().map(GroupOwners::shown).toList();
        return Answer.of(Json.array(shown), page.links(call));
    }

    /// ASSUMPTION: the same owner again is refused with the general code.
    private Answer assignGroupOwner(Call call) {
        var group = group(call);
        var id = Json.text(call.json(), "id");
        var key = store.ids().of("own", Json.text(group, "id") + id);
        if (store.kind(KIND).find(key).isPresent()) {
            throw OktaError.invalid("id", "id: The owner is already assigned to the group");
        }
        var owner = document(Json.text(call.json(), "type"), id).put("id", key);
        store.kind(KIND).put(owner.put(OWNER_ID, id).put(Owned.OWNER, Json.text(group, "id")));
        admin.log(call, LogEventType.GROUP_UPDATE, Party.group(group));
        return Answer.created(shown(owner));
    }

    private ObjectNode document(String type, String id) {
        var name =
                switch (type) {
                    case "USER" -> Party.user(store.users().get(id)).displayName();
                    case "GROUP" -> Party.group(store.groups().get(id)).displayName();
                    default -> throw OktaError.invalid("type", "type: The owner type is unknown");
                };
        return Json.object()
                .put("type", type)
                .put("resolved", true)
                .putNull("originId")
                .put("originType", "OKTA_DIRECTORY")
                .put("displayName", name)
                .put("lastUpdated", store.now());
    }

    private Answer deleteGroupOwner(Call call) {
        var group = group(call);
        var id = call.value("ownerId");
        var key = store.ids().of("own", Json.text(group, "id") + id);
        if (store.kind(KIND).find(key).isEmpty()) {
            throw OktaError.notFound(id, KIND);
        }
        store.kind(KIND).remove(key);
        admin.log(call, LogEventType.GROUP_UPDATE, Party.group(group));
        return Answer.noContent();
    }

    private static ObjectNode shown(ObjectNode owner) {
        return Json.shown(owner).put("id", Json.text(owner, OWNER_ID));
    }

    private ObjectNode group(Call call) {
        return store.groups().get(call.value("groupId"));
    }
}
