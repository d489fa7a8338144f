package dev.oktamcp.simulation;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A user made through the API.
final class UserDocument {

    private UserDocument() {}

    static ObjectNode create(Store store, String key, UserStatus status, JsonNode body) {
        var now = store.now();
        var activated = status == UserStatus.STAGED ? null : now;
        var user =
                Json.object()
                        .put("id", store.ids().of("00u", key))
                        .put("status", status.name())
                        .put("created", now)
                        .put("activated", activated)
                        .put("statusChanged", activated)
                        .put("lastLogin", (@Nullable String) null)
                        .put("lastUpdated", now)
                        .put("passwordChanged", (@Nullable String) null);
        user.putObject("type").put("id", type(store, body));
        user.set("profile", body.path("profile").deepCopy());
        user.putObject("credentials").putObject("provider").put("type", "OKTA").put("name", "OKTA");
        setCredentials(store, user, body.path("credentials"));
        return user;
    }

    private static String type(Store store, JsonNode body) {
        var asked = Json.text(body.path("type"), "id");
        return Json.text(UserTypes.get(store, asked.isEmpty() ? UserTypes.DEFAULT : asked), "id");
    }

    /// A password and a recovery answer go in and never come out.
    static void setCredentials(Store store, ObjectNode user, JsonNode given) {
        var credentials = user.withObject("credentials");
        if (!given.path("password").isEmpty()) {
            credentials.putObject("password");
            UserPasswords.set(store, user, Json.text(given.path("password"), "value"));
            user.put("passwordChanged", store.now());
        }
        var question = Json.text(given.path("recovery_question"), "question");
        if (!question.isEmpty()) {
            credentials.putObject("recovery_question").put("question", question);
        }
        if (given.path("provider").isObject()) {
            credentials.set("provider", given.path("provider").deepCopy());
        }
    }
}
