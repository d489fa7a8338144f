package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.stream.Stream;

/// Groups and their members.
record GroupOperations(Store store, AdminActions admin) {

    /// ASSUMPTION: the default page of members is also the largest.
    private static final int MOST_MEMBERS = 1000;

    private static final Listing LISTING = GroupQueries.listing();

    Stream<Route> routes() {
        var member = "/api/v1/groups/{groupId}/users/{userId}";
        return Stream.of(
                Route.of("GET", "/api/v1/groups", this::listGroups),
                Route.of("GET", "/api/v1/groups/{groupId}", this::getGroup),
                Route.of("GET", "/api/v1/groups/{groupId}/users", this::listGroupUsers),
                Route.of("PUT", member, this::assignUserToGroup),
                Route.of("DELETE", member, this::unassignUserFromGroup));
    }

    private Answer listGroups(Call call) {
        var page = LISTING.page(call.query(), store.groups());
        var view = new GroupView(call.base(), store);
        var stats = call.query().get("expand").orElse("").equals("stats");
        var groups =
                page.items().stream()
                        .map(group -> stats ? view.withStats(group) : view.show(group))
                        .toList();
        return Answer.of(Json.array(groups), page.links(call));
    }

    private Answer getGroup(Call call) {
        return Answer.of(new GroupView(call.base(), store).show(group(call)));
    }

    private Answer listGroupUsers(Call call) {
        var groupId = Json.text(group(call), "id");
        var members =
                store.users().all().stream()
                        .filter(user ->
                                store.memberships().contains(groupId, Json.text(user, "id")))
                        .toList();
        var page = Listing.byId(call.query(), store.users(), members, MOST_MEMBERS);
        var view = new UserView(call.base());
        return Answer.of(
                Json.array(page.items().stream().map(view::inList).toList()), page.links(call));
    }

    /// ASSUMPTION: what changes nothing is answered with 204 as well, and is not logged.
    private Answer assignUserToGroup(Call call) {
        var group = editable(call);
        var user = store.users().get(call.value("userId"));
        if (store.memberships().add(Json.text(group, "id"), Json.text(user, "id"))) {
            changed(call, LogEventType.MEMBER_ADD, group, user);
        }
        return Answer.noContent();
    }

    private Answer unassignUserFromGroup(Call call) {
        var group = editable(call);
        var user = store.users().get(call.value("userId"));
        if (store.memberships().remove(Json.text(group, "id"), Json.text(user, "id"))) {
            changed(call, LogEventType.MEMBER_REMOVE, group, user);
        }
        return Answer.noContent();
    }

    private void changed(Call call, LogEventType type, ObjectNode group, ObjectNode user) {
        group.put("lastMembershipUpdated", store.now());
        admin.log(call, type, Party.user(user), Party.group(group));
    }

    /// Imported and built-in groups cannot be changed here.
    ObjectNode editable(Call call) {
        var group = group(call);
        switch (Json.text(group, "type")) {
            case "BUILT_IN" -> throw OktaError.of(ErrorCode.E0000060);
            case "APP_GROUP" -> throw OktaError.of(ErrorCode.E0000006);
            default -> {
                return group;
            }
        }
    }

    private ObjectNode group(Call call) {
        return store.groups().get(call.value("groupId"));
    }
}
