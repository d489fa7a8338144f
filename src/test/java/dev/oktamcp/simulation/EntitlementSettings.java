package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.stream.Stream;

/// Whether an application's entitlements are managed here. ASSUMPTION: switching is done at once,
/// while Okta takes a moment (OPTING_IN, OPTING_OUT), and switching off keeps the entitlements.
record EntitlementSettings(Store store, AdminActions admin) {

    private static final String STATUS = "emOptInStatus";
    private static final String ENABLED = "ENABLED";

    Stream<Route> routes() {
        var path = "/governance/api/v2/resources/{resourceOrn}/entitlement-settings";
        return Stream.of(
                        Route.of("GET", path, call -> Answer.of(shown(app(call)))),
                        Route.of("PATCH", path, this::updateEntitlementSettings))
                .map(route -> route.of("governance.entitlements"));
    }

    private Answer updateEntitlementSettings(Call call) {
        var app = app(call);
        var in =
                switch (Json.text(call.json(), "status")) {
                    case "OPTED_IN" -> true;
                    case "OPTED_OUT" -> false;
                    default -> throw OktaError.missing("status");
                };
        set(app, in);
        var event = in ? LogEventType.GOVERNANCE_ENABLE : LogEventType.GOVERNANCE_DISABLE;
        admin.log(call, event, Party.app(app));
        return new Answer(202, shown(app), List.of());
    }

    static void set(ObjectNode app, boolean in) {
        app.withObject("settings").put(STATUS, in ? ENABLED : "DISABLED");
    }

    static boolean isOptedIn(ObjectNode app) {
        return Json.text(app.path("settings"), STATUS).equals(ENABLED);
    }

    private static ObjectNode shown(ObjectNode app) {
        return Json.object().put("status", isOptedIn(app) ? "OPTED_IN" : "OPTED_OUT");
    }

    private ObjectNode app(Call call) {
        return store.kind(SeedApps.APP).get(Orns.lastPart(call.value("resourceOrn")));
    }
}
