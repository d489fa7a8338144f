package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.stream.Stream;

/// What an application can be provisioned with.
///
/// ASSUMPTION: every app that signs in with SAML 2.0 has the one feature, switched off at first,
/// and no other app has any.
record AppFeatures(Store store, AdminActions admin) {

    private static final String NAME = "USER_PROVISIONING";
    private static final String CAPABILITIES = "#capabilities";
    private static final String USUAL =
            """
            {"create":{"lifecycleCreate":{"status":"DISABLED"}},
             "update":{"profile":{"status":"DISABLED"},
              "lifecycleDeactivate":{"status":"DISABLED"},
              "password":{"status":"DISABLED","seed":"RANDOM","change":"KEEP_EXISTING"}}}
            """;

    Stream<Route> routes() {
        var features = "/api/v1/apps/{appId}/features";
        var feature = features + "/{featureName}";
        return Stream.of(
                Route.of("GET", features, this::listFeatures),
                Route.of("GET", feature, call -> Answer.of(shown(withFeature(call)))),
                Route.of("PUT", feature, this::updateFeature));
    }

    private Answer listFeatures(Call call) {
        var app = app(call);
        var features = hasFeature(app) ? List.of(shown(app)) : List.<ObjectNode>of();
        return Answer.of(Json.array(features), call.self());
    }

    /// The body is the capabilities alone. ASSUMPTION: what Okta calls a partial update takes one
    /// capability as it is given, without what it had before.
    private Answer updateFeature(Call call) {
        var app = withFeature(call);
        app.set(CAPABILITIES, capabilities(app).setAll(call.json().deepCopy()));
        admin.log(call, LogEventType.APP_UPDATE, Party.app(app));
        return Answer.of(shown(app));
    }

    private static ObjectNode shown(ObjectNode app) {
        var enabled = app.has(CAPABILITIES);
        var shown = Json.object().put("name", NAME).put("status", enabled ? "ENABLED" : "DISABLED");
        shown.put("description", "User provisioning settings from Okta to the application");
        return shown.set("capabilities", capabilities(app));
    }

    private static ObjectNode capabilities(ObjectNode app) {
        var set = app.path(CAPABILITIES).isObject() ? app.path(CAPABILITIES) : Json.literal(USUAL);
        return (ObjectNode) set.deepCopy();
    }

    private ObjectNode withFeature(Call call) {
        var app = app(call);
        if (!hasFeature(app) || !call.value("featureName").equals(NAME)) {
            throw OktaError.notFound(call.value("featureName"), "ApplicationFeature");
        }
        return app;
    }

    private static boolean hasFeature(ObjectNode app) {
        return Json.text(app, "signOnMode").equals("SAML_2_0");
    }

    private ObjectNode app(Call call) {
        return store.kind(SeedApps.APP).get(call.value("appId"));
    }
}
