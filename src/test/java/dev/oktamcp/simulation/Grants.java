package dev.oktamcp.simulation;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Who was given which entitlements.
record Grants(Store store, AdminActions admin) {

    static final String KIND = "Grant";

    private static final String PATH = "/governance/api/v1/grants";
    private static final String CUSTOM = "CUSTOM";
    private static final String BUNDLE = "ENTITLEMENT-BUNDLE";
    private static final Set<String> TYPES = Set.of(CUSTOM, BUNDLE, "POLICY", "ENTITLEMENT");
    private static final GovernanceList LIST =
            GovernanceList.filtered(
                    Set.of(
                            "target.externalId",
                            "target.type",
                            "targetResourceOrn",
                            "targetPrincipal.externalId",
                            "targetPrincipal.type",
                            "targetPrincipalOrn",
                            "entitlementBundleId",
                            "entitlements.id",
                            "entitlements.values.id",
                            "action"),
                    Set.of());

    Stream<Route> routes() {
        var one = PATH + "/{grantId}";
        return Stream.of(
                        Route.of("GET", PATH, this::listGrants),
                        Route.of("POST", PATH, this::createGrant),
                        Route.of("GET", one, call -> Answer.of(shown(call, grant(call)))),
                        Route.of("PUT", one, this::replaceGrant),
                        Route.of("PATCH", one, this::updateGrant))
                .map(route -> route.of("governance.entitlements"));
    }

    /// Only those that are in force.
    private Answer listGrants(Call call) {
        var active = Resources.of(KIND);
        store.kind(KIND).with("status", "ACTIVE").forEach(active::put);
        return LIST.answer(call, active, grant -> shown(call, grant));
    }

    private Answer createGrant(Call call) {
        var body = Governed.with(call.json(), "grantType", "targetPrincipal");
        if (!TYPES.contains(Json.text(body, "grantType"))) {
            throw OktaError.invalid("grantType", "grantType: The type of grant is unknown");
        }
        var grant = create(body, call.key(), Governed.by(call));
        admin.log(call, LogEventType.USER_ENTITLEMENTS, principal(grant));
        return Answer.created(shown(call, grant));
    }

    ObjectNode create(ObjectNode body, String key, String by) {
        var type = Json.text(body, "grantType");
        var app = Governed.optedIn(store, target(body, type));
        var user = store.users().get(Json.text(body.path("targetPrincipal"), "externalId"));
        var userId = Json.text(user, "id");
        var grant = document(type, key, by).put(Owned.OWNER, userId);
        grant.put("action", Json.text(body, "action").equals("DENY") ? "DENY" : "ALLOW")
                .put("targetResourceOrn", new Orns(store).app(app))
                .put("targetPrincipalOrn", new Orns(store).user(userId));
        grant.set("target", Governed.reference(Json.text(app, "id"), "APPLICATION"));
        grant.set("targetPrincipal", Governed.reference(userId, "OKTA_USER"));
        for (var field : List.of("entitlementBundleId", "entitlements", "scheduleSettings")) {
            take(grant, body, field);
        }
        store.kind(KIND).put(grant);
        return grant;
    }

    private ObjectNode document(String type, String key, String by) {
        return Governed.create(store, store.ids().of("0gg", key), by)
                .put("grantType", type)
                .put("actor", "API")
                .put("status", "ACTIVE");
    }

    /// The application of a bundle is known from the bundle.
    private JsonNode target(ObjectNode body, String type) {
        if (!type.equals(BUNDLE)) {
            return Governed.with(body, "target").path("target");
        }
        Governed.with(body, "entitlementBundleId");
        var bundle = Json.text(body, "entitlementBundleId");
        return store.kind(EntitlementBundles.KIND).get(bundle).path("target");
    }

    private static void take(ObjectNode grant, ObjectNode body, String field) {
        if (body.has(field)) {
            grant.set(field, body.path(field).deepCopy());
        }
    }

    /// Of a grant of the type CUSTOM the entitlements can be replaced, of no other anything.
    private Answer replaceGrant(Call call) {
        var grant = grant(call);
        if (!Json.text(grant, "grantType").equals(CUSTOM)) {
            throw OktaError.invalid("grantType", "grantType: Only CUSTOM grants can be replaced");
        }
        take(grant, Governed.with(call.json(), "entitlements"), "entitlements");
        return changed(call, grant);
    }

    private Answer updateGrant(Call call) {
        var grant = grant(call);
        take(grant, Governed.with(call.json(), "id", "scheduleSettings"), "scheduleSettings");
        return changed(call, grant);
    }

    private Answer changed(Call call, ObjectNode grant) {
        Governed.touch(store, grant, call);
        admin.log(call, LogEventType.USER_ENTITLEMENTS, principal(grant));
        return Answer.of(shown(call, grant));
    }

    private Party principal(ObjectNode grant) {
        return Party.user(store.users().get(Json.text(grant, Owned.OWNER)));
    }

    private static ObjectNode shown(Call call, ObjectNode grant) {
        return Governed.shown(call, grant, PATH);
    }

    private ObjectNode grant(Call call) {
        return store.kind(KIND).get(call.value("grantId"));
    }
}
