package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// Factors, devices and admin roles of one user; none of these lists has pages.
record UserBelongings(Store store, AdminActions admin) {

    static final String FACTOR = "UserFactor";
    static final String DEVICE = "UserDevice";
    static final String ROLE = "RoleAssignment";

    /// Whose it is; not shown.
    static final String OWNER = "#owner";

    private static final Set<String> FURTHER_ROLES = Set.of("CUSTOM");

    Stream<Route> routes() {
        var user = "/api/v1/users/{userId}";
        var role = user + "/roles/{roleAssignmentId}";
        return Stream.of(
                Route.of("GET", user + "/factors", call -> list(call, FACTOR)),
                Route.of("GET", user + "/devices", call -> list(call, DEVICE)),
                Route.of("GET", user + "/roles", call -> list(call, ROLE)).of("roles"),
                Route.of("POST", user + "/roles", this::assignRoleToUser).of("roles"),
                Route.of("GET", role, this::getUserAssignedRole).of("roles"),
                Route.of("DELETE", role, this::unassignRoleFromUser).of("roles"));
    }

    private Answer list(Call call, String kind) {
        var user = store.user(call.value("userId"));
        var owned = store.kind(kind).with(OWNER, Json.text(user, "id"));
        return Answer.of(
                Json.array(owned.stream().map(one -> shown(call, one)).toList()), call.self());
    }

    private Answer assignRoleToUser(Call call) {
        var user = store.user(call.value("userId"));
        var type = Json.text(call.json(), "type");
        if (!isKnown(type)) {
            throw OktaError.invalid("type", "type: The role type is unknown");
        }
        var id = Json.text(user, "id");
        var same = store.kind(ROLE).with(OWNER, id).stream();
        if (same.anyMatch(role -> !type.equals("CUSTOM") && Json.text(role, "type").equals(type))) {
            throw OktaError.of(ErrorCode.E0000090);
        }
        var role = addRole(store, id, type, call.key());
        for (var field : List.of("role", "resource-set")) {
            var value = Json.text(call.json(), field);
            if (!value.isEmpty()) {
                role.put(field, value);
            }
        }
        admin.log(call, LogEventType.PRIVILEGE_GRANT, Party.user(user));
        return Answer.created(shown(call, role));
    }

    private static boolean isKnown(String type) {
        for (var role : AdminRole.values()) {
            if (role.name().equals(type)) {
                return true;
            }
        }
        return FURTHER_ROLES.contains(type);
    }

    static ObjectNode addRole(Store store, String userId, String type, String key) {
        var words = type.replace('_', ' ').toLowerCase(Locale.ROOT);
        var role =
                Json.object()
                        .put("id", store.ids().of("ra1", key))
                        .put(
                                "label",
                                words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1))
                        .put("type", type)
                        .put("status", "ACTIVE")
                        .put("created", store.now())
                        .put("lastUpdated", store.now())
                        .put("assignmentType", "USER")
                        .put(OWNER, userId);
        store.kind(ROLE).put(role);
        return role;
    }

    private Answer getUserAssignedRole(Call call) {
        return Answer.of(shown(call, role(call)));
    }

    private Answer unassignRoleFromUser(Call call) {
        var role = role(call);
        store.kind(ROLE).remove(Json.text(role, "id"));
        var user = store.user(call.value("userId"));
        admin.log(call, LogEventType.PRIVILEGE_REVOKE, Party.user(user));
        return Answer.noContent();
    }

    private ObjectNode role(Call call) {
        var user = store.user(call.value("userId"));
        var id = call.value("roleAssignmentId");
        var role = store.kind(ROLE).get(id);
        if (!Json.text(role, OWNER).equals(Json.text(user, "id"))) {
            throw OktaError.notFound(id, ROLE);
        }
        return role;
    }

    private static ObjectNode shown(Call call, ObjectNode owned) {
        var shown = owned.deepCopy();
        shown.remove(OWNER);
        var href = call.base() + "/api/v1/users/" + Json.text(owned, OWNER);
        shown.putObject("_links").putObject("user").put("href", href);
        return shown;
    }
}
