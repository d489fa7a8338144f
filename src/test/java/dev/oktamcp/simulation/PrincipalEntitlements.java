package dev.oktamcp.simulation;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What a user effectively has of an application; the list has no pages.
///
/// ASSUMPTION: grants add up, and one that denies takes nothing away.
record PrincipalEntitlements(Store store) {

    private static final GovernanceList LIST =
            GovernanceList.filtered(
                    Set.of(
                            "parent.externalId",
                            "parent.type",
                            "parentResourceOrn",
                            "targetPrincipal.externalId",
                            "targetPrincipal.type",
                            "targetPrincipalOrn"),
                    Set.of());

    Stream<Route> routes() {
        var path = "/governance/api/v1/principal-entitlements";
        return Stream.of(
                Route.of("GET", path, this::getPrincipalEntitlements)
                        .of("governance.entitlements"));
    }

    private Answer getPrincipalEntitlements(Call call) {
        var effective = new LinkedHashMap<String, ObjectNode>();
        for (var grant : store.kind(Grants.KIND).with("status", "ACTIVE")) {
            if (Json.text(grant, "action").equals("ALLOW")) {
                granted(grant).forEach(entitlement -> add(effective, grant, entitlement));
            }
        }
        var matching = LIST.matching(call, List.copyOf(effective.values()));
        var body = Json.object();
        body.set("data", Json.array(matching.stream().map(Json::shown).toList()));
        return Answer.of(body, call.self());
    }

    /// A bundle stands for the entitlements in it.
    private JsonNode granted(ObjectNode grant) {
        var bundle = store.kind(EntitlementBundles.KIND).find(text(grant, "entitlementBundleId"));
        return bundle.orElse(grant).path("entitlements");
    }

    private void add(Map<String, ObjectNode> effective, ObjectNode grant, JsonNode entitlement) {
        var known = store.kind(Entitlements.KIND).find(text(entitlement, "id"));
        if (known.isEmpty()) {
            return;
        }
        var key = text(grant, "targetPrincipalOrn") + text(entitlement, "id");
        var shown = effective.computeIfAbsent(key, _ -> document(grant, known.get()));
        for (var value : entitlement.path("values")) {
            store.kind(EntitlementValues.KIND)
                    .find(text(value, "id"))
                    .ifPresent(one -> addOnce(shown.withArray("values"), one));
        }
    }

    private static void addOnce(ArrayNode values, ObjectNode value) {
        for (var known : values) {
            if (text(known, "id").equals(text(value, "id"))) {
                return;
            }
        }
        var shown = values.addObject();
        for (var field : List.of("id", "name", "externalValue", "description")) {
            shown.put(field, text(value, field));
        }
    }

    private static ObjectNode document(ObjectNode grant, ObjectNode entitlement) {
        var shown =
                entitlement
                        .deepCopy()
                        .without(List.of("created", "createdBy", "lastUpdated", "lastUpdatedBy"));
        shown.set("targetPrincipal", grant.path("targetPrincipal").deepCopy());
        shown.put("targetPrincipalOrn", text(grant, "targetPrincipalOrn"));
        shown.putArray("values");
        return shown;
    }

    private static String text(JsonNode node, String field) {
        return Json.text(node, field);
    }
}
