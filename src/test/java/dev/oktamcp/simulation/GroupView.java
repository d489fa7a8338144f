package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/// How the API shows a group.
record GroupView(String base, Store store) {

    ObjectNode show(ObjectNode group) {
        var shown = group.deepCopy();
        shown.remove("source");
        var address = base + "/api/v1/groups/" + Json.text(group, "id");
        var links = shown.putObject("_links");
        var logos = links.putArray("logo");
        for (var size : List.of("medium", "large")) {
            var logo = "%s/img/logos/groups/okta-%s.png".formatted(base, size);
            logos.addObject().put("name", size).put("href", logo).put("type", "image/png");
        }
        links.putObject("users").put("href", address + "/users");
        links.putObject("apps").put("href", address + "/apps");
        var source = Json.text(group.path("source"), "id");
        if (!source.isEmpty()) {
            links.putObject("source").put("href", base + "/api/v1/apps/" + source);
        }
        return shown;
    }

    /// ASSUMPTION: no group is pushed.
    ObjectNode withStats(ObjectNode group) {
        var shown = show(group);
        var id = Json.text(group, "id");
        shown.putObject("_embedded")
                .putObject("stats")
                .put("usersCount", store.memberships().count(id))
                .put("appsCount", new AppAssignments(store).appsOfGroup(id).size())
                .put("groupPushMappingsCount", 0)
                .put("hasAdminPrivilege", !Owned.of(store, RoleAssignments.ROLE, group).isEmpty());
        return shown;
    }
}
