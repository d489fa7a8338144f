package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.stream.Stream;

/// How the API shows applications and their assignments.
record AppView(String base, AppAssignments assignments) {

    /// The policy that governs signing in to it; shown as a link.
    static final String POLICY = "#policy";

    ObjectNode show(ObjectNode app) {
        var shown = Json.shown(app);
        var links = shown.putObject("_links");
        links.putObject("users").put("href", address(app) + "/users");
        links.putObject("groups").put("href", address(app) + "/groups");
        links.putObject("self").put("href", address(app));
        AppDetails.addLinks(base, app, links);
        if (app.has(POLICY)) {
            var policy = base + "/api/v1/policies/" + Json.text(app, POLICY);
            links.putObject("accessPolicy").put("href", policy);
        }
        return shown;
    }

    /// ASSUMPTION: an assignment is as old as the user.
    ObjectNode user(ObjectNode app, ObjectNode user) {
        var userId = Json.text(user, "id");
        var shown = assignment(app, user, userId);
        shown.putObject("credentials").put("userName", Store.login(user));
        shown.putObject("profile");
        assignments.details(Json.text(app, "id"), userId).ifPresent(shown::setAll);
        var links = shown.putObject("_links");
        links.putObject("app").put("href", address(app));
        links.putObject("user").put("href", base + "/api/v1/users/" + userId);
        return shown;
    }

    private ObjectNode assignment(ObjectNode app, ObjectNode user, String userId) {
        var direct = assignments.isDirect(Json.text(app, "id"), userId);
        return Json.object()
                .put("id", userId)
                .putNull("externalId")
                .put("created", Json.text(user, "created"))
                .put("lastUpdated", Json.text(user, "created"))
                .put("scope", direct ? "USER" : "GROUP")
                .put("status", "ACTIVE")
                .put("statusChanged", Json.text(user, "created"))
                .put("syncState", "DISABLED");
    }

    /// @param details its priority and profile, and since when it has them
    ObjectNode group(ObjectNode app, ObjectNode group, ObjectNode details) {
        var groupId = Json.text(group, "id");
        var shown = Json.object().put("id", groupId).setAll(details);
        var links = shown.putObject("_links");
        links.putObject("app").put("href", address(app));
        links.putObject("self").put("href", address(app) + "/groups/" + groupId);
        links.putObject("group").put("href", base + "/api/v1/groups/" + groupId);
        return shown;
    }

    /// An app has one link on a dashboard, or several, such as one for mail and one for contacts.
    Stream<ObjectNode> links(ObjectNode app, String userId) {
        return AppDetails.links(app).map(link -> link(app, userId, link));
    }

    /// ASSUMPTION: what a link is called that is not the first.
    private ObjectNode link(ObjectNode app, String userId, String name) {
        var id = Json.text(app, "id");
        var label = Json.text(app, "label");
        return Json.object()
                .put("id", userId)
                .put("label", name.equals(AppDetails.LOGIN) ? label : label + ": " + name)
                .put("linkUrl", AppDetails.home(base, app, name))
                .put("logoUrl", base + "/img/logos/default.png")
                .put("appName", Json.text(app, "name"))
                .put("appInstanceId", id)
                .put("appAssignmentId", "0ua" + id.substring(3))
                .put("credentialsSetup", false)
                .put("hidden", false)
                .put("sortOrder", 0);
    }

    private String address(ObjectNode app) {
        return base + "/api/v1/apps/" + Json.text(app, "id");
    }
}
