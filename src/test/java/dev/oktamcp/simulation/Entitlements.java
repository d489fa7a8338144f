package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.Set;
import java.util.stream.Stream;

/// The entitlements of applications.
record Entitlements(Store store, AdminActions admin) {

    static final String KIND = "Entitlement";
    static final String PATH = "/governance/api/v1/entitlements";

    private static final Set<String> OF_APP =
            Set.of("parent.externalId", "parent.type", "parentResourceOrn", "externalValue");
    private static final Set<String> OWN =
            Set.of("id", "name", "created", "lastUpdated", "description");
    private static final GovernanceList LIST = GovernanceList.filtered(OF_APP, OWN);
    private static final GovernanceList VALUES =
            GovernanceList.filtered(OF_APP, OWN).sized(new PageSizes(200, 200, 200));

    Stream<Route> routes() {
        var one = PATH + "/{entitlementId}";
        var value = one + "/values/{valueId}";
        return Stream.of(
                        Route.of("GET", PATH, this::listEntitlements),
                        Route.of("POST", PATH, this::createEntitlement),
                        Route.of("GET", PATH + "/values", this::listAllEntitlementValues),
                        Route.of("GET", one, call -> Answer.of(full(call, entitlement(call)))),
                        Route.of("PUT", one, this::replaceEntitlement),
                        Route.of("DELETE", one, this::deleteEntitlement),
                        Route.of("GET", one + "/values", this::listEntitlementValues),
                        Route.of("GET", value, this::getEntitlementValue))
                .map(route -> route.of("governance.entitlements"));
    }

    /// The values are left out of the list.
    private Answer listEntitlements(Call call) {
        return LIST.answer(call, store.kind(KIND), one -> Governed.shown(call, one, PATH));
    }

    private Answer createEntitlement(Call call) {
        var fields =
                new String[] {
                    "name", "externalValue", "multiValue", "dataType", "parent", "values"
                };
        var body = Governed.with(call.json(), fields);
        var app = Governed.optedIn(store, body.path("parent"));
        var entitlement = create(app, body, call.key(), Governed.by(call));
        admin.log(call, LogEventType.ENTITLEMENT_CREATE, party(entitlement), Party.app(app));
        return Answer.created(full(call, entitlement));
    }

    ObjectNode create(ObjectNode app, ObjectNode body, String key, String by) {
        var entitlement =
                Governed.create(store, store.ids().of("esp", key), by)
                        .put("externalValue", Json.text(body, "externalValue"))
                        .put("parentResourceOrn", new Orns(store).app(app))
                        .put("required", false)
                        .put("dataType", Json.text(body, "dataType"));
        entitlement.set("multiValue", body.path("multiValue"));
        entitlement.set("parent", Governed.reference(Json.text(app, "id"), "APPLICATION"));
        fill(entitlement, body, by);
        store.kind(KIND).put(entitlement);
        return entitlement;
    }

    private void fill(ObjectNode entitlement, ObjectNode body, String by) {
        entitlement
                .put("name", Json.text(body, "name"))
                .put("description", Json.text(body, "description"));
        new EntitlementValues(store).replace(entitlement, body.path("values"), by);
    }

    private Answer replaceEntitlement(Call call) {
        var entitlement = entitlement(call);
        fill(entitlement, Governed.with(call.json(), "name", "values"), Governed.by(call));
        Governed.touch(store, entitlement, call);
        admin.log(call, LogEventType.ENTITLEMENT_UPDATE, party(entitlement));
        return Answer.of(full(call, entitlement));
    }

    /// ASSUMPTION: grants and bundles that name it stay, without effect.
    private Answer deleteEntitlement(Call call) {
        var entitlement = entitlement(call);
        store.kind(KIND).remove(Json.text(entitlement, "id"));
        Owned.removeAll(store, Json.text(entitlement, "id"));
        admin.log(call, LogEventType.ENTITLEMENT_DELETE, party(entitlement));
        return Answer.noContent();
    }

    private Answer listAllEntitlementValues(Call call) {
        return VALUES.answer(call, store.kind(EntitlementValues.KIND), Json::shown);
    }

    private Answer listEntitlementValues(Call call) {
        var own = Resources.of(EntitlementValues.KIND);
        Owned.of(store, EntitlementValues.KIND, entitlement(call)).forEach(own::put);
        return GovernanceList.of(OF_APP, OWN).answer(call, own, Json::shown);
    }

    private Answer getEntitlementValue(Call call) {
        var id = call.value("valueId");
        return Answer.of(
                Json.shown(Owned.get(store, EntitlementValues.KIND, entitlement(call), id)));
    }

    private ObjectNode full(Call call, ObjectNode entitlement) {
        var shown = Governed.shown(call, entitlement, PATH);
        var values = Owned.of(store, EntitlementValues.KIND, entitlement);
        return shown.set("values", Json.array(values.stream().map(Json::shown).toList()));
    }

    private static Party party(ObjectNode entitlement) {
        var name = Json.text(entitlement, "name");
        return new Party(Json.text(entitlement, "id"), KIND, "unknown", name);
    }

    private ObjectNode entitlement(Call call) {
        return store.kind(KIND).get(call.value("entitlementId"));
    }
}
