package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.Set;
import java.util.stream.Stream;

/// The groups and apps that an admin role is limited to.
///
/// ASSUMPTION: limits are remembered and listed, but a role with a limit still reaches everything;
/// a change of limits is logged like a change of the role.
record RoleTargets(Store store, AdminActions admin) {

    private static final String KIND = "RoleTarget";
    private static final PageSizes SIZES = new PageSizes(20, 20, 200);
    private static final Set<String> WITH_GROUPS =
            Set.of("USER_ADMIN", "HELP_DESK_ADMIN", "GROUP_MEMBERSHIP_ADMIN");
    private static final Set<String> WITH_APPS = Set.of("APP_ADMIN");

    Stream<Route> routes() {
        return Stream.of(Assignee.values())
                .flatMap(to -> Stream.concat(groups(to), apps(to)))
                .map(route -> route.of("roles"));
    }

    private static String targets(Assignee to) {
        return to.path() + "/roles/{roleAssignmentId}/targets";
    }

    private Stream<Route> groups(Assignee to) {
        var groups = targets(to) + "/groups";
        var group = groups + "/{target}";
        return Stream.of(
                Route.of("GET", groups, call -> listGroups(call, to)),
                Route.of("PUT", group, call -> add(call, to, group(call))),
                Route.of("DELETE", group, call -> remove(call, to, group(call))));
    }

    private Stream<Route> apps(Assignee to) {
        var apps = targets(to) + "/catalog/apps";
        var app = apps + "/{appName}";
        var instance = app + "/{appId}";
        return Stream.of(
                Route.of("GET", apps, call -> listApps(call, to)),
                Route.of("PUT", app, call -> add(call, to, app(call))),
                Route.of("DELETE", app, call -> remove(call, to, app(call))),
                Route.of("PUT", instance, call -> add(call, to, instance(call))),
                Route.of("DELETE", instance, call -> remove(call, to, instance(call))));
    }

    private Answer listGroups(Call call, Assignee to) {
        var role = role(call, to, WITH_GROUPS);
        var groups =
                Owned.of(store, KIND, role).stream()
                        .map(target -> store.groups().get(Json.text(target, "group")))
                        .toList();
        var page = Listing.byId(call.query(), store.groups(), groups, SIZES);
        var view = new GroupView(call.base(), store);
        return Answer.of(
                Json.array(page.items().stream().map(view::show).toList()), page.links(call));
    }

    private Answer listApps(Call call, Assignee to) {
        var targets = Owned.of(store, KIND, role(call, to, WITH_APPS));
        var page = Listing.byId(call.query(), store.kind(KIND), targets, SIZES);
        return Answer.of(
                Json.array(page.items().stream().map(RoleTargets::shown).toList()),
                page.links(call));
    }

    /// An app of the catalogue by its name; the id is that of one instance.
    private static ObjectNode shown(ObjectNode target) {
        var shown =
                Json.object()
                        .put("name", Json.text(target, "app"))
                        .put("displayName", Json.text(target, "app"))
                        .put("status", "ACTIVE");
        var instance = Json.text(target, "instance");
        return instance.isEmpty() ? shown : shown.put("id", instance);
    }

    private ObjectNode group(Call call) {
        var id = Json.text(store.groups().get(call.value("target")), "id");
        return Json.object().put("group", id);
    }

    private ObjectNode app(Call call) {
        var name = call.value("appName");
        if (store.kind(SeedApps.APP).with("name", name).isEmpty()) {
            throw OktaError.notFound(name, "CatalogApplication");
        }
        return Json.object().put("app", name);
    }

    private ObjectNode instance(Call call) {
        var app = store.kind(SeedApps.APP).get(call.value("appId"));
        return app(call).put("instance", Json.text(app, "id"));
    }

    private Answer add(Call call, Assignee to, ObjectNode target) {
        var role = role(call, to, target.has("group") ? WITH_GROUPS : WITH_APPS);
        target.put("id", id(role, target)).put(Owned.OWNER, Json.text(role, "id"));
        if (store.kind(KIND).find(id(role, target)).isEmpty()) {
            store.kind(KIND).put(target);
            admin.log(call, to.grant(), to.party(to.find(store, call)));
        }
        return Answer.noContent();
    }

    /// ASSUMPTION: the code with which the last target is kept.
    private Answer remove(Call call, Assignee to, ObjectNode target) {
        var role = role(call, to, target.has("group") ? WITH_GROUPS : WITH_APPS);
        var known = store.kind(KIND).get(id(role, target));
        if (Owned.of(store, KIND, role).size() == 1) {
            throw OktaError.invalid("target", "target: The last target cannot be removed");
        }
        store.kind(KIND).remove(Json.text(known, "id"));
        admin.log(call, to.revoke(), to.party(to.find(store, call)));
        return Answer.noContent();
    }

    private ObjectNode role(Call call, Assignee to, Set<String> types) {
        var role = RoleAssignments.role(store, call, to);
        if (!types.contains(Json.text(role, "type"))) {
            throw OktaError.of(ErrorCode.E0000091);
        }
        return role;
    }

    private String id(ObjectNode role, ObjectNode target) {
        var key = Json.text(target, "group") + Json.text(target, "app");
        return store.ids().of("tgt", Json.text(role, "id") + key + Json.text(target, "instance"));
    }
}
