package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.stream.Stream;

/// The sessions of users. Okta has no list of them, so a test asks the org for an id.
record Sessions(Store store, AdminActions admin) {

    private static final String KIND = "Session";
    private static final Duration LIFETIME = Duration.ofHours(2);

    Stream<Route> routes() {
        var session = "/api/v1/sessions/{sessionId}";
        return Stream.of(
                Route.of("GET", session, this::getSession),
                Route.of("DELETE", session, this::revokeSession));
    }

    private Answer getSession(Call call) {
        var shown = Json.shown(session(call));
        shown.putObject("_links")
                .putObject("self")
                .put("href", call.base() + call.request().rawPath());
        return Answer.of(shown);
    }

    private Answer revokeSession(Call call) {
        var session = session(call);
        store.kind(KIND).remove(Json.text(session, "id"));
        var user = store.users().get(Json.text(session, "userId"));
        admin.log(call, LogEventType.SESSION_END, Party.user(user));
        return Answer.noContent();
    }

    private ObjectNode session(Call call) {
        return store.kind(KIND).get(call.value("sessionId"));
    }

    static ObjectNode add(Store store, ObjectNode user) {
        var userId = Json.text(user, "id");
        var session =
                started(store)
                        .put("id", store.ids().of("102", userId + store.kind(KIND).all().size()))
                        .put("login", Store.login(user))
                        .put("userId", userId)
                        .put(Owned.OWNER, userId);
        session.putObject("idp").put("id", store.ids().of("00o", "org")).put("type", "OKTA");
        store.kind(KIND).put(session);
        return session;
    }

    private static ObjectNode started(Store store) {
        var now = store.now();
        return Json.object()
                .put("status", "ACTIVE")
                .put("createdAt", now)
                .put("expiresAt", Json.time(store.clock().instant().plus(LIFETIME)))
                .put("lastPasswordVerification", now)
                .putNull("lastFactorVerification")
                .set("amr", Json.texts("pwd"));
    }

    /// Ends all sessions of a user. ASSUMPTION: a deactivation does so too.
    static void end(Store store, String userId) {
        Owned.removeAll(store, KIND, userId);
    }
}
