package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.stream.Stream;

/// Users and groups of an application.
record AppAssignmentOperations(Store store, AdminActions admin) {

    private static final PageSizes USERS = new PageSizes(50, 50, 500);
    private static final PageSizes GROUPS = new PageSizes(20, 20, 200);

    Stream<Route> routes() {
        var users = "/api/v1/apps/{appId}/users";
        var groups = "/api/v1/apps/{appId}/groups";
        return Stream.of(
                Route.of("GET", users, this::listApplicationUsers),
                Route.of("POST", users, this::assignUserToApplication),
                Route.of("GET", users + "/{userId}", this::getApplicationUser),
                Route.of("POST", users + "/{userId}", this::updateApplicationUser),
                Route.of("DELETE", users + "/{userId}", this::unassignUserFromApplication),
                Route.of("GET", groups, this::listApplicationGroupAssignments),
                Route.of("GET", groups + "/{groupId}", this::getApplicationGroupAssignment),
                Route.of("PUT", groups + "/{groupId}", this::assignGroupToApplication),
                Route.of("DELETE", groups + "/{groupId}", this::unassignGroupFromApplication));
    }

    private Answer listApplicationUsers(Call call) {
        var app = app(call);
        var users = new AppAssignments(store).users(Json.text(app, "id"));
        var page = Listing.byId(call.query(), store.users(), users, USERS);
        var shown = page.items().stream().map(user -> shown(call, app, user)).toList();
        return Answer.of(Json.array(shown), page.links(call));
    }

    private ObjectNode shown(Call call, ObjectNode app, ObjectNode user) {
        var shown = view(call).user(app, user);
        if (call.query().get("expand").filter("user"::equals).isPresent()) {
            shown.putObject("_embedded").set("user", new UserView(call.base()).inList(user));
        }
        return shown;
    }

    /// ASSUMPTION: whoever has the application, even through a group, cannot be given it again.
    private Answer assignUserToApplication(Call call) {
        var app = app(call);
        var user = store.users().get(Json.text(call.json(), "id"));
        var appId = Json.text(app, "id");
        var userId = Json.text(user, "id");
        if (Json.text(user, "status").equals("DEPROVISIONED")) {
            throw OktaError.of(ErrorCode.E0000117);
        }
        if (new AppAssignments(store).has(appId, userId)) {
            throw OktaError.of(ErrorCode.E0000062);
        }
        store.appUsers().add(appId, userId);
        new AppAssignments(store).describe(appId, userId, call.json());
        admin.log(call, LogEventType.APP_USER_ADD, Party.user(user), Party.app(app));
        return Answer.of(view(call).user(app, user));
    }

    private Answer getApplicationUser(Call call) {
        return Answer.of(shown(call, app(call), assigned(call)));
    }

    private Answer updateApplicationUser(Call call) {
        var app = app(call);
        var user = assigned(call);
        var assignments = new AppAssignments(store);
        assignments.describe(Json.text(app, "id"), Json.text(user, "id"), call.json());
        admin.log(call, LogEventType.APP_USER_UPDATE, Party.user(user), Party.app(app));
        return Answer.of(view(call).user(app, user));
    }

    private ObjectNode assigned(Call call) {
        var userId = call.value("userId");
        if (!new AppAssignments(store).has(Json.text(app(call), "id"), userId)) {
            throw OktaError.notFound(userId, "AppUser");
        }
        return store.users().get(userId);
    }

    private Answer unassignUserFromApplication(Call call) {
        var app = app(call);
        var userId = call.value("userId");
        if (!store.appUsers().remove(Json.text(app, "id"), userId)) {
            throw OktaError.notFound(userId, "AppUser");
        }
        new AppAssignments(store).forget(Json.text(app, "id"), userId);
        var user = store.users().get(userId);
        admin.log(call, LogEventType.APP_USER_REMOVE, Party.user(user), Party.app(app));
        return Answer.noContent();
    }

    private Answer listApplicationGroupAssignments(Call call) {
        var app = app(call);
        var groups = new AppAssignments(store).groups(Json.text(app, "id"));
        var page = Listing.byId(call.query(), store.groups(), groups, GROUPS);
        var shown = page.items().stream().map(group -> shownGroup(call, app, group)).toList();
        return Answer.of(Json.array(shown), page.links(call));
    }

    private ObjectNode shownGroup(Call call, ObjectNode app, ObjectNode group) {
        var shown = view(call).group(app, group);
        if (call.query().get("expand").filter("group"::equals).isPresent()) {
            var whole = new GroupView(call.base(), store).show(group);
            shown.putObject("_embedded").set("group", whole);
        }
        return shown;
    }

    private Answer assignGroupToApplication(Call call) {
        var app = app(call);
        var group = store.groups().get(call.value("groupId"));
        if (store.appGroups().add(Json.text(app, "id"), Json.text(group, "id"))) {
            admin.log(call, LogEventType.APP_GROUP_ADD, Party.group(group), Party.app(app));
        }
        return Answer.of(view(call).group(app, group));
    }

    private Answer getApplicationGroupAssignment(Call call) {
        var app = app(call);
        var groupId = call.value("groupId");
        if (!store.appGroups().contains(Json.text(app, "id"), groupId)) {
            throw OktaError.notFound(groupId, "ApplicationGroupAssignment");
        }
        return Answer.of(view(call).group(app, store.groups().get(groupId)));
    }

    private Answer unassignGroupFromApplication(Call call) {
        var app = app(call);
        var group = store.groups().get(call.value("groupId"));
        if (!store.appGroups().remove(Json.text(app, "id"), Json.text(group, "id"))) {
            throw OktaError.notFound(call.value("groupId"), "ApplicationGroupAssignment");
        }
        admin.log(call, LogEventType.APP_GROUP_REMOVE, Party.group(group), Party.app(app));
        return Answer.noContent();
    }

    private ObjectNode app(Call call) {
        return store.kind(SeedApps.APP).get(call.value("appId"));
    }

    private AppView view(Call call) {
        return new AppView(call.base(), new AppAssignments(store));
    }
}
