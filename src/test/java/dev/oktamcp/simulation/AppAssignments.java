package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/// Who has which application: by name, or through a group.
record AppAssignments(Store store) {

    boolean has(String appId, String userId) {
        return store.appUsers().contains(appId, userId) || hasThroughGroup(appId, userId);
    }

    boolean hasThroughGroup(String appId, String userId) {
        return store.groups().all().stream()
                .map(group -> Json.text(group, "id"))
                .anyMatch(group ->
                        store.appGroups().contains(appId, group)
                                && store.memberships().contains(group, userId));
    }

    /// Deactivated users have no applications, whatever their groups are.
    List<ObjectNode> users(String appId) {
        return store.users().all().stream()
                .filter(user -> !Json.text(user, "status").equals("DEPROVISIONED"))
                .filter(user -> has(appId, Json.text(user, "id")))
                .toList();
    }

    List<ObjectNode> appsOfUser(String userId) {
        return store.kind(SeedApps.APP).all().stream()
                .filter(app -> has(Json.text(app, "id"), userId))
                .toList();
    }

    List<ObjectNode> appsOfGroup(String groupId) {
        return store.kind(SeedApps.APP).all().stream()
                .filter(app -> store.appGroups().contains(Json.text(app, "id"), groupId))
                .toList();
    }

    List<ObjectNode> groups(String appId) {
        return store.groups().all().stream()
                .filter(group -> store.appGroups().contains(appId, Json.text(group, "id")))
                .toList();
    }
}
