package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.stream.Stream;

/// To which applications a policy is mapped.
record PolicyUses(Store store) {

    Stream<Route> routes() {
        var mappings = "/api/v1/policies/{policyId}/mappings";
        return Stream.of(Route.of("GET", mappings, this::listPolicyMappings));
    }

    private Answer listPolicyMappings(Call call) {
        var policy = store.kind(Policies.KIND).get(call.value("policyId"));
        var mappings =
                apps(store, Json.text(policy, "id")).map(app -> shown(call, policy, app)).toList();
        return Answer.of(Json.array(mappings), call.self());
    }

    static Stream<ObjectNode> apps(Store store, String policyId) {
        return store.kind(SeedApps.APP).with(AppView.POLICY, policyId).stream();
    }

    /// ASSUMPTION: the id of a mapping, which the documents' example leaves open.
    private ObjectNode shown(Call call, ObjectNode policy, ObjectNode app) {
        var appId = Json.text(app, "id");
        var address = call.base() + "/api/v1/policies/" + Json.text(policy, "id");
        var id = store.ids().of("pmp", address + appId);
        var mapping = Json.object().put("id", id);
        var links = mapping.putObject("_links");
        links.putObject("application").put("href", call.base() + "/api/v1/apps/" + appId);
        links.putObject("self").put("href", address + "/mappings/" + id);
        links.putObject("policy").put("href", address);
        return mapping;
    }

    /// ASSUMPTION: the apps of an access policy that is deleted get the default policy; while apps
    /// have it, a policy of another type stays.
    static void leave(Store store, ObjectNode policy) {
        var apps = apps(store, Json.text(policy, "id")).toList();
        if (!apps.isEmpty() && Policies.type(policy) != PolicyType.ACCESS_POLICY) {
            throw OktaError.invalid("policy", "policy: The policy is assigned to applications");
        }
        for (var app : apps) {
            app.put(AppView.POLICY, store.ids().of("00p", "ACCESS_POLICYDefault Policy"));
        }
    }
}
