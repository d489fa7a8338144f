package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.Locale;
import java.util.stream.Stream;

/// Users of an application; its groups are for `AppGroups`.
record AppAssignmentOperations(Store store, AdminActions admin) {

    private static final PageSizes USERS = new PageSizes(50, 50, 500);

    Stream<Route> routes() {
        var users = "/api/v1/apps/{appId}/users";
        return Stream.of(
                Route.of("GET", users, this::listApplicationUsers),
                Route.of("POST", users, this::assignUserToApplication),
                Route.of("GET", users + "/{userId}", this::getApplicationUser),
                Route.of("POST", users + "/{userId}", this::updateApplicationUser),
                Route.of("DELETE", users + "/{userId}", this::unassignUserFromApplication));
    }

    private Answer listApplicationUsers(Call call) {
        var app = app(call);
        var start = call.query().get("q").orElse("");
        var users =
                new AppAssignments(store)
                        .users(Json.text(app, "id")).stream()
                                .filter(user -> startsWith(user, start))
                                .toList();
        var page = Listing.byId(call.query(), store.users(), users, USERS);
        var shown = page.items().stream().map(user -> shown(call, app, user)).toList();
        return Answer.of(Json.array(shown), page.links(call));
    }

    /// By the names and the email of the user. ASSUMPTION: by the login too.
    private static boolean startsWith(ObjectNode user, String start) {
        var wanted = start.toLowerCase(Locale.ROOT);
        return Stream.of("login", "email", "firstName", "lastName")
                .map(name -> Json.text(user.path("profile"), name).toLowerCase(Locale.ROOT))
                .anyMatch(value -> value.startsWith(wanted));
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

    private ObjectNode app(Call call) {
        return store.kind(SeedApps.APP).get(call.value("appId"));
    }

    private AppView view(Call call) {
        return new AppView(call.base(), new AppAssignments(store));
    }
}
