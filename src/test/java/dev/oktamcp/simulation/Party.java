package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

/// Who acts in a log event, or whom or what it is about.
record Party(String id, String type, String alternateId, String displayName) {

    static final String ENROLLMENT = "AuthenticatorEnrollment";

    static Party user(ObjectNode user) {
        var name = Json.text(user.path("profile"), "displayName");
        return new Party(Json.text(user, "id"), "User", Store.login(user), name);
    }

    /// The password as one of a user's authenticators.
    static Party password(Party user) {
        return new Party("lae" + user.id().substring(3), ENROLLMENT, "unknown", "Password");
    }

    /// ASSUMPTION: a group's alternate id is the word `unknown`.
    static Party group(ObjectNode group) {
        var name = Json.text(group.path("profile"), "name");
        return new Party(Json.text(group, "id"), "UserGroup", "unknown", name);
    }

    static Party policy(ObjectNode policy) {
        return new Party(
                Json.text(policy, "id"), "PolicyEntity", "unknown", Json.text(policy, "name"));
    }

    static Party rule(ObjectNode rule) {
        return new Party(Json.text(rule, "id"), "Rule", "unknown", Json.text(rule, "name"));
    }

    /// ASSUMPTION: a client is shown by its id where its name belongs.
    static Party client(String clientId) {
        return new Party(clientId, "PublicClientApp", clientId, clientId);
    }

    static Party app(ObjectNode app) {
        var label = Json.text(app, "label");
        return new Party(Json.text(app, "id"), "AppInstance", label, label);
    }

    /// ASSUMPTION: a mapping and a schema are named after what they are for.
    static Party directory(String id, String type, String name) {
        return new Party(id, type, "unknown", name);
    }

    ObjectNode json() {
        return Json.object()
                .put("id", id)
                .put("type", type)
                .put("alternateId", alternateId)
                .put("displayName", displayName)
                .putNull("detailEntry");
    }
}
