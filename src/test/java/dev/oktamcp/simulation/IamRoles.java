package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.stream.Stream;

/// Custom admin roles and their permissions.
record IamRoles(Store store, AdminActions admin) {

    static final String PATH = "/api/v1/iam/roles";

    private static final String PERMISSION = "RolePermission";

    Stream<Route> routes() {
        var role = PATH + "/{roleIdOrLabel}";
        var permission = role + "/permissions/{permissionType}";
        return Stream.of(
                        Route.of("GET", PATH, this::listRoles),
                        Route.of("POST", PATH, this::createRole),
                        Route.of("GET", role, call -> Answer.of(shown(call, role(call)))),
                        Route.of("PUT", role, this::replaceRole),
                        Route.of("DELETE", role, this::deleteRole),
                        Route.of("GET", role + "/permissions", this::listRolePermissions),
                        Route.of("GET", permission, call -> Answer.of(shown(permission(call)))),
                        Route.of("POST", permission, this::createRolePermission),
                        Route.of("PUT", permission, this::replaceRolePermission),
                        Route.of("DELETE", permission, this::deleteRolePermission))
                .map(route -> route.of("roles"));
    }

    private Answer listRoles(Call call) {
        var roles = IamKind.ROLE.all(store);
        return new IamList("roles", roles).answer(call, roles.all(), role -> shown(call, role));
    }

    private Answer createRole(Call call) {
        var body = call.json();
        IamKind.ROLE.check(store, body, "");
        var role =
                IamKind.ROLE.create(
                        store,
                        call.key(),
                        Json.text(body, "label"),
                        Json.text(body, "description"));
        for (var permission : body.path("permissions")) {
            addPermission(store, role, permission.asString(""));
        }
        admin.log(call, LogEventType.IAM_ROLE_CREATE, IamKind.ROLE.party(role));
        return Answer.of(shown(call, role));
    }

    private Answer replaceRole(Call call) {
        var role = role(call);
        IamKind.ROLE.replace(store, role, call.json());
        admin.log(call, LogEventType.IAM_ROLE_UPDATE, IamKind.ROLE.party(role));
        return Answer.of(shown(call, role));
    }

    /// ASSUMPTION: a role that somebody has cannot be deleted.
    private Answer deleteRole(Call call) {
        var role = role(call);
        var id = Json.text(role, "id");
        if (!store.kind(RoleAssignments.ROLE).with("role", id).isEmpty()) {
            throw OktaError.invalid("role", "role: The role is assigned");
        }
        IamKind.ROLE.all(store).remove(id);
        Owned.removeAll(store, id);
        admin.log(call, LogEventType.IAM_ROLE_DELETE, IamKind.ROLE.party(role));
        return Answer.noContent();
    }

    private Answer listRolePermissions(Call call) {
        var permissions = Owned.of(store, PERMISSION, role(call));
        return Answer.of(
                Json.object()
                        .set(
                                "permissions",
                                Json.array(permissions.stream().map(IamRoles::shown).toList())));
    }

    /// ASSUMPTION: any name is a permission, and giving one twice changes nothing.
    private Answer createRolePermission(Call call) {
        var role = role(call);
        addPermission(store, role, call.value("permissionType"));
        admin.log(call, LogEventType.IAM_PERMISSION_ADD, IamKind.ROLE.party(role));
        return Answer.noContent();
    }

    /// The conditions are all of a permission that can be changed.
    private Answer replaceRolePermission(Call call) {
        var permission = permission(call);
        PolicyRules.fill(store, permission, call.json(), List.of("conditions"));
        admin.log(call, LogEventType.IAM_CONDITION_ADD, IamKind.ROLE.party(role(call)));
        return Answer.of(shown(permission));
    }

    private Answer deleteRolePermission(Call call) {
        store.kind(PERMISSION).remove(Json.text(permission(call), "id"));
        admin.log(call, LogEventType.IAM_PERMISSION_DELETE, IamKind.ROLE.party(role(call)));
        return Answer.noContent();
    }

    static void addPermission(Store store, ObjectNode role, String type) {
        store.kind(PERMISSION)
                .put(
                        Json.object()
                                .put("id", permissionId(store, role, type))
                                .put("label", type)
                                .put("created", store.now())
                                .put("lastUpdated", store.now())
                                .put(Owned.OWNER, Json.text(role, "id")));
    }

    private static String permissionId(Store store, ObjectNode role, String type) {
        return store.ids().of("prm", Json.text(role, "id") + type);
    }

    /// A permission has no id of its own on the wire; its label says which it is.
    private ObjectNode permission(Call call) {
        var type = call.value("permissionType");
        return store.kind(PERMISSION)
                .find(permissionId(store, role(call), type))
                .orElseThrow(() -> OktaError.notFound(type, "Permission"));
    }

    private static ObjectNode shown(ObjectNode permission) {
        return Json.shown(permission).without("id");
    }

    private ObjectNode role(Call call) {
        return IamKind.ROLE.find(store, call.value("roleIdOrLabel"));
    }

    private static ObjectNode shown(Call call, ObjectNode role) {
        var shown = Json.shown(role);
        var self = call.base() + PATH + "/" + Json.text(role, "id");
        var links = shown.putObject("_links");
        links.putObject("permissions").put("href", self + "/permissions");
        links.putObject("self").put("href", self);
        return shown;
    }
}
