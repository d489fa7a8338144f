package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Policies, each type in the order of its priorities.
record Policies(Store store, AdminActions admin) {

    static final String KIND = "Policy";

    Stream<Route> routes() {
        var policy = "/api/v1/policies/{policyId}";
        return Stream.of(
                Route.of("GET", "/api/v1/policies", this::listPolicies),
                Route.of("POST", "/api/v1/policies", this::createPolicy),
                Route.of("GET", policy, call -> Answer.of(policy(call))),
                Route.of("PUT", policy, this::replacePolicy),
                Route.of("DELETE", policy, this::deletePolicy),
                Route.of("POST", policy + "/lifecycle/activate", this::activatePolicy),
                Route.of("POST", policy + "/lifecycle/deactivate", this::deactivatePolicy));
    }

    /// ASSUMPTION: all policies of a type are on one page, and `expand` takes `rules`.
    private Answer listPolicies(Call call) {
        var type = call.query().get("type");
        if (type.isEmpty()) {
            throw OktaError.of(ErrorCode.E0000028);
        }
        var status = call.query().get("status").orElse("");
        var name = call.query().get("q").orElse("").toLowerCase(Locale.ROOT);
        var policies =
                ofType(PolicyType.of(type.get())).stream()
                        .filter(policy -> status.isEmpty() || isStatus(policy, status))
                        .filter(policy -> name(policy).toLowerCase(Locale.ROOT).startsWith(name))
                        .sorted(Priorities.ORDER)
                        .toList();
        var withRules = call.query().get("expand").orElse("").equals("rules");
        return Answer.of(
                Json.array(withRules ? policies.stream().map(this::withRules).toList() : policies),
                call.self());
    }

    private ObjectNode withRules(ObjectNode policy) {
        var shown = policy.deepCopy();
        var rules = Owned.of(store, PolicyRules.RULE, policy).stream().map(Json::shown).toList();
        shown.putObject("_embedded").set("rules", Json.array(rules));
        return shown;
    }

    private static boolean isStatus(ObjectNode policy, String status) {
        return Json.text(policy, "status").equals(status);
    }

    private static String name(ObjectNode policy) {
        return Json.text(policy, "name");
    }

    private Answer createPolicy(Call call) {
        var body = call.json();
        var type = PolicyType.of(Json.text(body, "type"));
        if (!type.takesPolicies()) {
            throw OktaError.invalid("type", "type: Policies of this type cannot be created");
        }
        check(body, type, "");
        var policy = PolicyRules.create(store, call, "00p").put("type", type.name());
        store.kind(KIND).put(policy);
        if (type == PolicyType.ACCESS_POLICY) {
            SeedPolicies.addRule(store, policy, type, "Catch-all Rule");
        }
        return changed(call, policy, LogEventType.POLICY_CREATE);
    }

    private Answer replacePolicy(Call call) {
        var policy = policy(call);
        check(call.json(), type(policy), Json.text(policy, "id"));
        return changed(call, policy, LogEventType.POLICY_UPDATE);
    }

    /// ASSUMPTION: of a system policy only settings and description can be changed.
    private Answer changed(Call call, ObjectNode policy, LogEventType event) {
        var body = call.json();
        PolicyRules.fill(store, policy, body, List.of("description", "conditions", "settings"));
        if (!Priorities.isSystem(policy)) {
            policy.put("name", name(body));
            arrange(type(policy)).place(policy, body.path("priority"));
        }
        putSystemLast(type(policy));
        admin.log(call, event, Party.policy(policy));
        return Answer.of(policy);
    }

    private void check(ObjectNode body, PolicyType type, String ownId) {
        if (name(body).isBlank()) {
            throw OktaError.missing("name");
        }
        for (var known : ofType(type)) {
            if (name(known).equals(name(body)) && !Json.text(known, "id").equals(ownId)) {
                throw OktaError.duplicate("name");
            }
        }
    }

    /// ASSUMPTION: the code of the refusal.
    private Answer deletePolicy(Call call) {
        var policy = policy(call);
        refuseForSystem(policy, "deleted");
        PolicyUses.leave(store, policy);
        store.kind(KIND).remove(Json.text(policy, "id"));
        Owned.removeAll(store, Json.text(policy, "id"));
        arrange(type(policy)).close();
        putSystemLast(type(policy));
        admin.log(call, LogEventType.POLICY_DELETE, Party.policy(policy));
        return Answer.noContent();
    }

    private Answer activatePolicy(Call call) {
        return change(call, "ACTIVE", LogEventType.POLICY_ACTIVATE);
    }

    private Answer deactivatePolicy(Call call) {
        refuseForSystem(policy(call), "deactivated");
        return change(call, "INACTIVE", LogEventType.POLICY_DEACTIVATE);
    }

    private Answer change(Call call, String status, LogEventType type) {
        var policy = policy(call).put("status", status).put("lastUpdated", store.now());
        admin.log(call, type, Party.policy(policy));
        return Answer.noContent();
    }

    static void refuseForSystem(ObjectNode item, String what) {
        if (Priorities.isSystem(item)) {
            throw OktaError.invalid("system", "system: What the system made cannot be " + what);
        }
    }

    private Priorities arrange(PolicyType type) {
        return new Priorities(ofType(type), 1);
    }

    private void putSystemLast(PolicyType type) {
        var policies = ofType(type);
        policies.stream()
                .filter(Priorities::isSystem)
                .forEach(policy -> policy.put("priority", policies.size()));
    }

    private List<ObjectNode> ofType(PolicyType type) {
        return store.kind(KIND).with("type", type.name());
    }

    static PolicyType type(ObjectNode policy) {
        return PolicyType.of(Json.text(policy, "type"));
    }

    private ObjectNode policy(Call call) {
        return store.kind(KIND).get(call.value("policyId"));
    }
}
