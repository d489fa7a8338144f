package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.stream.Stream;

/// The way by which an application is provisioned.
///
/// ASSUMPTION: every app that signs in with SAML 2.0 has a connection by token, switched off at
/// first; with any other, both status and scheme are `UNKNOWN`, and nothing can be switched on.
record AppConnections(Store store, AdminActions admin) {

    /// The status, on the app.
    private static final String STATUS = "#connection";

    Stream<Route> routes() {
        var connection = "/api/v1/apps/{appId}/connections/default";
        var lifecycle = connection + "/lifecycle/";
        return Stream.of(
                Route.of("GET", connection, call -> Answer.of(shown(call, app(call)))),
                Route.of("POST", lifecycle + "activate", call -> change(call, "ENABLED")),
                Route.of("POST", lifecycle + "deactivate", call -> change(call, "DISABLED")));
    }

    private static ObjectNode shown(Call call, ObjectNode app) {
        var base = call.base() + "/api/v1/apps/" + Json.text(app, "id") + "/connections/default";
        var known = isProvisioned(app);
        var scheme = known ? "TOKEN" : "UNKNOWN";
        var shown = Json.object().put("status", known ? status(app) : "UNKNOWN");
        shown.putObject("profile").put("authScheme", scheme);
        if (known) {
            shown.put("authScheme", scheme).put("baseUrl", "https://scim.example.com/v2");
        }
        var links = shown.putObject("_links");
        links.putObject("self")
                .put("href", base)
                .putObject("hints")
                .set("allow", Json.texts("GET", "POST"));
        var change = status(app).equals("ENABLED") ? "deactivate" : "activate";
        links.putObject(change).put("href", base + "/lifecycle/" + change);
        return shown;
    }

    private static boolean isProvisioned(ObjectNode app) {
        return Json.text(app, "signOnMode").equals("SAML_2_0");
    }

    private static String status(ObjectNode app) {
        var status = Json.text(app, STATUS);
        return status.isEmpty() ? "DISABLED" : status;
    }

    private Answer change(Call call, String status) {
        var app = app(call);
        if (!isProvisioned(app)) {
            throw OktaError.invalid("connection", "connection: The app can't be provisioned");
        }
        app.put(STATUS, status);
        admin.log(call, LogEventType.APP_CONFIGURE, Party.app(app));
        return Answer.noContent();
    }

    private ObjectNode app(Call call) {
        return store.kind(SeedApps.APP).get(call.value("appId"));
    }
}
