package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.Optional;
import java.util.stream.Stream;

/// Groups of an application, each with a priority and a profile for its members.
record AppGroups(Store store, AdminActions admin) {

    private static final PageSizes SIZES = new PageSizes(20, 20, 200);
    private static final String DETAILS = "AppGroupDetails";

    Stream<Route> routes() {
        var groups = "/api/v1/apps/{appId}/groups";
        return Stream.of(
                Route.of("GET", groups, this::listApplicationGroupAssignments),
                Route.of("GET", groups + "/{groupId}", this::getApplicationGroupAssignment),
                Route.of("PUT", groups + "/{groupId}", this::assignGroupToApplication),
                Route.of("DELETE", groups + "/{groupId}", this::unassignGroupFromApplication));
    }

    private Answer listApplicationGroupAssignments(Call call) {
        var app = app(call);
        var groups = new AppAssignments(store).groups(Json.text(app, "id"));
        var page = Listing.byId(call.query(), store.groups(), groups, SIZES);
        var shown = page.items().stream().map(group -> shown(call, app, group)).toList();
        return Answer.of(Json.array(shown), page.links(call));
    }

    private Answer getApplicationGroupAssignment(Call call) {
        var app = app(call);
        var groupId = call.value("groupId");
        if (!store.appGroups().contains(Json.text(app, "id"), groupId)) {
            throw OktaError.notFound(groupId, "ApplicationGroupAssignment");
        }
        return Answer.of(shown(call, app, store.groups().get(groupId)));
    }

    private ObjectNode shown(Call call, ObjectNode app, ObjectNode group) {
        var view = new AppView(call.base(), new AppAssignments(store));
        var shown = view.group(app, group, details(app, group).orElseGet(() -> first(app)));
        if (call.query().get("expand").filter("group"::equals).isPresent()) {
            var whole = new GroupView(call.base(), store).show(group);
            shown.putObject("_embedded").set("group", whole);
        }
        return shown;
    }

    private static ObjectNode first(ObjectNode app) {
        var details =
                Json.object().put("priority", 0).put("lastUpdated", Json.text(app, "lastUpdated"));
        details.putObject("profile");
        return details;
    }

    private Optional<ObjectNode> details(ObjectNode app, ObjectNode group) {
        return store.kind(DETAILS)
                .find(key(app, group))
                .map(found -> {
                    var details = Json.shown(found);
                    details.remove("id");
                    return details;
                });
    }

    private String key(ObjectNode app, ObjectNode group) {
        return store.ids().of("0ug", Json.text(app, "id") + Json.text(group, "id"));
    }

    /// A group that has the application already gets this priority and this profile in place of its
    /// own. ASSUMPTION: a priority is not moved because another group has it.
    private Answer assignGroupToApplication(Call call) {
        var app = app(call);
        var group = store.groups().get(call.value("groupId"));
        var appId = Json.text(app, "id");
        var next = new AppAssignments(store).groups(appId).size();
        var added = store.appGroups().add(appId, Json.text(group, "id"));
        store.kind(DETAILS).put(described(call, app, group, added ? next : 0));
        var type = added ? LogEventType.APP_GROUP_ADD : LogEventType.APP_GROUP_UPDATE;
        admin.log(call, type, Party.group(group), Party.app(app));
        return Answer.of(shown(call, app, group));
    }

    /// Without a priority, the next one is taken.
    private ObjectNode described(Call call, ObjectNode app, ObjectNode group, int next) {
        var body = call.request().body().isEmpty() ? Json.object() : call.json();
        var details =
                Json.object()
                        .put("id", key(app, group))
                        .put(Owned.OWNER, Json.text(app, "id"))
                        .put("priority", body.path("priority").asInt(next))
                        .put("lastUpdated", store.now());
        var profile = body.path("profile");
        return details.set("profile", profile.isObject() ? profile.deepCopy() : Json.object());
    }

    private Answer unassignGroupFromApplication(Call call) {
        var app = app(call);
        var group = store.groups().get(call.value("groupId"));
        if (!store.appGroups().remove(Json.text(app, "id"), Json.text(group, "id"))) {
            throw OktaError.notFound(call.value("groupId"), "ApplicationGroupAssignment");
        }
        store.kind(DETAILS).remove(key(app, group));
        admin.log(call, LogEventType.APP_GROUP_REMOVE, Party.group(group), Party.app(app));
        return Answer.noContent();
    }

    private ObjectNode app(Call call) {
        return store.kind(SeedApps.APP).get(call.value("appId"));
    }
}
