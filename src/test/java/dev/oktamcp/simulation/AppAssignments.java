package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Optional;

/// Who has which application: by name, or through a group.
record AppAssignments(Store store) {

    private static final String DETAILS = "AppUserDetails";

    /// What was said about an assignment beside the user, if anything was.
    Optional<ObjectNode> details(String appId, String userId) {
        return store.kind(DETAILS)
                .find(key(appId, userId))
                .map(Json::shown)
                .map(details -> {
                    details.remove("id");
                    return details;
                });
    }

    /// A profile takes the place of the one before: Okta advises to fetch it, to change it, and to
    /// send it back. A password goes in and never comes out.
    void describe(String appId, String userId, ObjectNode body) {
        var known = details(appId, userId).orElseGet(Json::object);
        if (body.path("profile") instanceof ObjectNode profile) {
            known.set("profile", profile.deepCopy());
        }
        if (body.path("credentials") instanceof ObjectNode credentials) {
            known.withObject("credentials").setAll(credentials.deepCopy().without("password"));
        }
        known.put("lastUpdated", store.now()).put("id", key(appId, userId));
        store.kind(DETAILS).put(known.put(Owned.OWNER, userId));
    }

    void forget(String appId, String userId) {
        store.kind(DETAILS).remove(key(appId, userId));
    }

    private String key(String appId, String userId) {
        return store.ids().of("0ua", appId + userId);
    }

    boolean has(String appId, String userId) {
        return store.appUsers().contains(appId, userId) || hasThroughGroup(appId, userId);
    }

    /// An assignment that somebody made stays theirs, whatever groups the user joins.
    boolean isDirect(String appId, String userId) {
        return store.appUsers().contains(appId, userId);
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
