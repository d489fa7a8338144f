package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.stream.Stream;

/// The users who have an admin role. ASSUMPTION: those who have it through a group are among them.
record IamAssignees(Store store) {

    Stream<Route> routes() {
        var path = "/api/v1/iam/assignees/users";
        return Stream.of(Route.of("GET", path, this::listUsers).of("roles"));
    }

    private Answer listUsers(Call call) {
        var users = store.users().all().stream().filter(this::isAdministrator).toList();
        return new IamList("value", store.users()).limited(call, users, user -> shown(call, user));
    }

    private boolean isAdministrator(ObjectNode user) {
        return !Owned.of(store, RoleAssignments.ROLE, user).isEmpty()
                || RoleAssignments.ofGroups(store, user).findAny().isPresent();
    }

    private ObjectNode shown(Call call, ObjectNode user) {
        var id = Json.text(user, "id");
        var self = call.base() + "/api/v1/users/" + id;
        var shown = Json.object().put("id", id).put("orn", new Orns(store).user(id));
        var links = shown.putObject("_links");
        links.putObject("self").put("href", self);
        links.putObject("roles").put("href", self + "/roles");
        return shown;
    }
}
