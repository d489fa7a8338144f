package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The admin roles of users and groups; these lists have no pages.
record RoleAssignments(Store store, AdminActions admin) {

    static final String ROLE = "RoleAssignment";

    private static final String CUSTOM = "CUSTOM";

    Stream<Route> routes() {
        return Stream.of(Assignee.values()).flatMap(this::routes);
    }

    private Stream<Route> routes(Assignee assignee) {
        var roles = assignee.path() + "/roles";
        var role = roles + "/{roleAssignmentId}";
        return Stream.of(
                        Route.of("GET", roles, call -> list(call, assignee)),
                        Route.of("POST", roles, call -> assign(call, assignee)),
                        Route.of("GET", role, call -> get(call, assignee)),
                        Route.of("DELETE", role, call -> unassign(call, assignee)))
                .map(route -> route.of("roles"));
    }

    private Answer list(Call call, Assignee assignee) {
        var owner = assignee.find(store, call);
        var own = Owned.of(store, ROLE, owner).stream().map(role -> shown(call, assignee, role));
        var through =
                assignee == Assignee.USER
                        ? ofGroups(store, owner).map(role -> shown(call, Assignee.GROUP, role))
                        : Stream.<ObjectNode>empty();
        return Answer.of(Json.array(Stream.concat(own, through).toList()), call.self());
    }

    /// The roles that a user has through groups. ASSUMPTION: they stand among the user's own, told
    /// apart by `assignmentType`, which has a value for it.
    static Stream<ObjectNode> ofGroups(Store store, ObjectNode user) {
        return store.groups().all().stream()
                .filter(group ->
                        store.memberships().contains(Json.text(group, "id"), Json.text(user, "id")))
                .flatMap(group -> Owned.of(store, ROLE, group).stream());
    }

    private Answer get(Call call, Assignee assignee) {
        return Answer.of(shown(call, assignee, role(store, call, assignee)));
    }

    private Answer assign(Call call, Assignee assignee) {
        var body = call.json();
        var type = Json.text(body, "type");
        if (!isKnown(type)) {
            throw OktaError.invalid("type", "type: The role type is unknown");
        }
        var owner = assignee.find(store, call);
        checkGroup(owner);
        var same = Owned.of(store, ROLE, owner).stream();
        if (same.anyMatch(role -> isSame(role, body))) {
            throw OktaError.of(ErrorCode.E0000090);
        }
        var role = add(call, assignee, Json.text(owner, "id"));
        admin.log(call, assignee.grant(), assignee.party(owner));
        return Answer.created(shown(call, assignee, role));
    }

    private ObjectNode add(Call call, Assignee assignee, String id) {
        var body = call.json();
        var type = Json.text(body, "type");
        if (!type.equals(CUSTOM)) {
            return add(store, assignee, id, type, call.key());
        }
        var role = IamKind.ROLE.find(store, Json.text(body, "role"));
        var set = IamKind.RESOURCE_SET.find(store, Json.text(body, "resource-set"));
        return addCustom(store, assignee, id, role, set);
    }

    private static boolean isSame(ObjectNode role, ObjectNode body) {
        for (var field : List.of("type", "role", "resource-set")) {
            if (!Json.text(role, field).equals(Json.text(body, field))) {
                return false;
            }
        }
        return true;
    }

    /// Built-in groups and those that rules fill cannot have roles.
    private void checkGroup(ObjectNode owner) {
        if (Json.text(owner, "type").equals("BUILT_IN")) {
            throw OktaError.of(ErrorCode.E0000211);
        }
        if (new RuleEvaluation(store).fills(Json.text(owner, "id"))) {
            throw OktaError.of(ErrorCode.E0000192);
        }
    }

    private static boolean isKnown(String type) {
        for (var role : AdminRole.values()) {
            if (role.name().equals(type)) {
                return true;
            }
        }
        return type.equals(CUSTOM);
    }

    static ObjectNode add(Store store, Assignee assignee, String id, String type, String key) {
        var role =
                Json.object()
                        .put("id", store.ids().of(type.equals(CUSTOM) ? "irb" : "ra1", key))
                        .put("label", label(type))
                        .put("type", type)
                        .put("status", "ACTIVE")
                        .put("created", store.now())
                        .put("lastUpdated", store.now())
                        .put("assignmentType", assignee.name())
                        .put(Owned.OWNER, id);
        store.kind(ROLE).put(role);
        return role;
    }

    static ObjectNode addCustom(
            Store store, Assignee assignee, String id, ObjectNode role, ObjectNode set) {
        var roleId = Json.text(role, "id");
        var setId = Json.text(set, "id");
        return add(store, assignee, id, CUSTOM, id + roleId + setId)
                .put("label", Json.text(role, "label"))
                .put("role", roleId)
                .put("resource-set", setId);
    }

    private static String label(String type) {
        var words = type.replace('_', ' ').toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private Answer unassign(Call call, Assignee assignee) {
        var role = role(store, call, assignee);
        store.kind(ROLE).remove(Json.text(role, "id"));
        Owned.removeAll(store, Json.text(role, "id"));
        admin.log(call, assignee.revoke(), assignee.party(assignee.find(store, call)));
        return Answer.noContent();
    }

    static ObjectNode role(Store store, Call call, Assignee assignee) {
        var owner = assignee.find(store, call);
        return Owned.get(store, ROLE, owner, call.value("roleAssignmentId"));
    }

    private static ObjectNode shown(Call call, Assignee assignee, ObjectNode role) {
        var shown = Json.shown(role);
        var href = assignee.address(call.base(), role);
        shown.putObject("_links").putObject("assignee").put("href", href);
        return shown;
    }
}
