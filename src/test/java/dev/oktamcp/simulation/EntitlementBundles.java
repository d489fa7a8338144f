package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.Set;
import java.util.stream.Stream;

/// Bundles of entitlement values. One that is deleted stays, and says so.
record EntitlementBundles(Store store, AdminActions admin) {

    static final String KIND = "EntitlementBundle";

    private static final String PATH = "/governance/api/v1/entitlement-bundles";
    private static final GovernanceList LIST =
            GovernanceList.of(
                    Set.of("target.externalId", "target.type", "targetResourceOrn", "status"),
                    Set.of("id", "name", "lastUpdated"));

    Stream<Route> routes() {
        var one = PATH + "/{entitlementBundleId}";
        return Stream.of(
                        Route.of("GET", PATH, this::listEntitlementBundles),
                        Route.of("POST", PATH, this::createEntitlementBundle),
                        Route.of("GET", one, call -> Answer.of(shown(call, bundle(call)))),
                        Route.of("PUT", one, this::replaceEntitlementBundle),
                        Route.of("DELETE", one, this::deleteEntitlementBundle))
                .map(route -> route.of("governance.entitlements"));
    }

    private Answer listEntitlementBundles(Call call) {
        return LIST.answer(call, store.kind(KIND), bundle -> shown(call, bundle));
    }

    private Answer createEntitlementBundle(Call call) {
        var body = Governed.with(call.json(), "name", "target", "entitlements");
        var app = Governed.optedIn(store, body.path("target"));
        var bundle = create(app, body, call.key(), Governed.by(call));
        admin.log(call, LogEventType.BUNDLE_CREATE, party(bundle), Party.app(app));
        return Answer.created(shown(call, bundle));
    }

    ObjectNode create(ObjectNode app, ObjectNode body, String key, String by) {
        var id = store.ids().of("enb", key);
        var bundle =
                Governed.create(store, id, by)
                        .put("orn", new Orns(store).bundle(id))
                        .put("status", "ACTIVE")
                        .put("targetResourceOrn", new Orns(store).app(app));
        bundle.set("target", Governed.reference(Json.text(app, "id"), "APPLICATION"));
        fill(bundle, body);
        store.kind(KIND).put(bundle);
        return bundle;
    }

    private void fill(ObjectNode bundle, ObjectNode body) {
        for (var entitlement : body.path("entitlements")) {
            store.kind(Entitlements.KIND).get(Json.text(entitlement, "id"));
        }
        bundle.put("name", Json.text(body, "name"))
                .put("description", Json.text(body, "description"))
                .set("entitlements", body.path("entitlements").deepCopy());
    }

    private Answer replaceEntitlementBundle(Call call) {
        var bundle = bundle(call);
        fill(bundle, Governed.with(call.json(), "name", "entitlements"));
        Governed.touch(store, bundle, call);
        admin.log(call, LogEventType.BUNDLE_UPDATE, party(bundle));
        return Answer.of(shown(call, bundle));
    }

    private Answer deleteEntitlementBundle(Call call) {
        var bundle = bundle(call).put("status", "DELETED");
        Governed.touch(store, bundle, call);
        admin.log(call, LogEventType.BUNDLE_DELETE, party(bundle));
        return Answer.noContent();
    }

    private static Party party(ObjectNode bundle) {
        return new Party(Json.text(bundle, "id"), KIND, "unknown", Json.text(bundle, "name"));
    }

    private static ObjectNode shown(Call call, ObjectNode bundle) {
        return Governed.shown(call, bundle, PATH);
    }

    private ObjectNode bundle(Call call) {
        return store.kind(KIND).get(call.value("entitlementBundleId"));
    }
}
