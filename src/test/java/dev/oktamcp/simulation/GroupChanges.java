package dev.oktamcp.simulation;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.stream.Stream;

/// Creating, changing and deleting groups.
record GroupChanges(Store store, AdminActions admin) {

    private static final int LONGEST_NAME = 255;

    Stream<Route> routes() {
        return Stream.of(
                Route.of("POST", "/api/v1/groups", this::addGroup),
                Route.of("PUT", "/api/v1/groups/{groupId}", this::replaceGroup),
                Route.of("DELETE", "/api/v1/groups/{groupId}", this::deleteGroup));
    }

    private Answer addGroup(Call call) {
        var profile = checked(call.json().path("profile"), "");
        var now = store.now();
        var group =
                Json.object()
                        .put("id", store.ids().of("00g", call.key()))
                        .put("created", now)
                        .put("lastUpdated", now)
                        .put("lastMembershipUpdated", now)
                        .set("objectClass", Json.texts("okta:user_group"))
                        .put("type", "OKTA_GROUP")
                        .set("profile", profile.deepCopy());
        store.groups().put(group);
        admin.log(call, LogEventType.GROUP_CREATE, Party.group(group));
        return shown(call, group);
    }

    private Answer replaceGroup(Call call) {
        var group = new GroupOperations(store, admin).editable(call);
        group.set("profile", checked(call.json().path("profile"), Json.text(group, "id")));
        group.put("lastUpdated", store.now());
        admin.log(call, LogEventType.GROUP_UPDATE, Party.group(group));
        return shown(call, group);
    }

    /// ASSUMPTION: imported groups are refused as their memberships are.
    private Answer deleteGroup(Call call) {
        var group = new GroupOperations(store, admin).editable(call);
        var id = Json.text(group, "id");
        store.groups().remove(id);
        store.memberships().removeGroup(id);
        store.appGroups().removeUser(id);
        for (var rule : new RuleEvaluation(store).invalidate(id)) {
            admin.log(call, LogEventType.GROUP_RULE_INVALIDATE, Party.rule(rule));
        }
        Owned.removeAll(store, id);
        admin.log(call, LogEventType.GROUP_DELETE, Party.group(group));
        return Answer.noContent();
    }

    private JsonNode checked(JsonNode profile, String ownId) {
        var name = Json.text(profile, "name");
        if (name.isBlank()) {
            throw OktaError.missing("name");
        }
        if (name.length() > LONGEST_NAME) {
            throw OktaError.invalid("name", "name: The field is too long");
        }
        var known = store.groups().withProfile("name", name);
        if (known.isPresent() && !Json.text(known.get(), "id").equals(ownId)) {
            throw OktaError.duplicate("name");
        }
        return profile;
    }

    private Answer shown(Call call, ObjectNode group) {
        return Answer.of(new GroupView(call.base(), store).show(group));
    }
}
