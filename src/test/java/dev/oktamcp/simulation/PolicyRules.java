package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.stream.Stream;

/// The rules of a policy in the order of their priorities.
record PolicyRules(Store store, AdminActions admin) {

    static final String RULE = "PolicyRule";

    Stream<Route> routes() {
        var rules = "/api/v1/policies/{policyId}/rules";
        var rule = rules + "/{ruleId}";
        return Stream.of(
                Route.of("GET", rules, this::listPolicyRules),
                Route.of("POST", rules, this::createPolicyRule),
                Route.of("GET", rule, call -> Answer.of(Json.shown(rule(call)))),
                Route.of("PUT", rule, this::replacePolicyRule),
                Route.of("DELETE", rule, this::deletePolicyRule),
                Route.of("POST", rule + "/lifecycle/activate", this::activatePolicyRule),
                Route.of("POST", rule + "/lifecycle/deactivate", this::deactivatePolicyRule));
    }

    /// Takes `limit`, and has no next page: what is past it is not to be had.
    private Answer listPolicyRules(Call call) {
        var rules =
                Owned.of(store, RULE, policy(call)).stream()
                        .sorted(Priorities.ORDER)
                        .limit(call.query().limit(1, Integer.MAX_VALUE, Integer.MAX_VALUE))
                        .map(Json::shown)
                        .toList();
        return Answer.of(Json.array(rules), call.self());
    }

    private Answer createPolicyRule(Call call) {
        var policy = policy(call);
        var type = Policies.type(policy);
        if (!type.takesRules()) {
            throw OktaError.invalid("type", "type: Policies of this type take no further rules");
        }
        check(call.json(), policy, "");
        var prefix = type == PolicyType.ACCESS_POLICY ? "rul" : "0pr";
        var rule =
                create(store, call, prefix)
                        .put("type", type.ruleType())
                        .put(Owned.OWNER, Json.text(policy, "id"));
        store.kind(RULE).put(rule);
        return changed(call, rule, LogEventType.RULE_CREATE);
    }

    /// What a new policy and a new rule have in common.
    static ObjectNode create(Store store, Call call, String prefix) {
        return Json.object()
                .put("id", store.ids().of(prefix, call.key()))
                .put("status", call.asks("activate", true) ? "ACTIVE" : "INACTIVE")
                .put("system", false)
                .put("created", store.now());
    }

    private Answer replacePolicyRule(Call call) {
        var rule = rule(call);
        check(call.json(), policy(call), Json.text(rule, "id"));
        return changed(call, rule, LogEventType.RULE_UPDATE);
    }

    /// ASSUMPTION: of a system rule only the actions can be changed.
    private Answer changed(Call call, ObjectNode rule, LogEventType event) {
        var body = call.json();
        if (Priorities.isSystem(rule)) {
            fill(store, rule, body, List.of("actions"));
        } else {
            fill(store, rule, body, List.of("conditions", "actions"));
            rule.put("name", Json.text(body, "name"));
            arrange(policy(call)).place(rule, body.path("priority"));
        }
        putSystemLast(policy(call));
        admin.log(call, event, Party.rule(rule), Party.policy(policy(call)));
        return Answer.of(Json.shown(rule));
    }

    /// Takes over what a body says about these fields; what it leaves out goes.
    static void fill(Store store, ObjectNode resource, ObjectNode body, List<String> fields) {
        for (var field : fields) {
            resource.remove(field);
            if (body.has(field)) {
                resource.set(field, body.path(field).deepCopy());
            }
        }
        resource.put("lastUpdated", store.now());
    }

    private void check(ObjectNode body, ObjectNode policy, String ownId) {
        var name = Json.text(body, "name");
        if (name.isBlank()) {
            throw OktaError.missing("name");
        }
        for (var known : Owned.of(store, RULE, policy)) {
            if (Json.text(known, "name").equals(name) && !Json.text(known, "id").equals(ownId)) {
                throw OktaError.duplicate("name");
            }
        }
    }

    private Answer deletePolicyRule(Call call) {
        var rule = rule(call);
        Policies.refuseForSystem(rule, "deleted");
        store.kind(RULE).remove(Json.text(rule, "id"));
        arrange(policy(call)).close();
        putSystemLast(policy(call));
        admin.log(call, LogEventType.RULE_DELETE, Party.rule(rule), Party.policy(policy(call)));
        return Answer.noContent();
    }

    private Answer activatePolicyRule(Call call) {
        return change(call, "ACTIVE", LogEventType.RULE_ACTIVATE);
    }

    private Answer deactivatePolicyRule(Call call) {
        Policies.refuseForSystem(rule(call), "deactivated");
        return change(call, "INACTIVE", LogEventType.RULE_DEACTIVATE);
    }

    private Answer change(Call call, String status, LogEventType type) {
        var rule = rule(call).put("status", status).put("lastUpdated", store.now());
        admin.log(call, type, Party.rule(rule), Party.policy(policy(call)));
        return Answer.noContent();
    }

    private Priorities arrange(ObjectNode policy) {
        return new Priorities(Owned.of(store, RULE, policy), Policies.type(policy).firstRule());
    }

    private void putSystemLast(ObjectNode policy) {
        var rules = Owned.of(store, RULE, policy);
        for (var rule : rules) {
            if (Priorities.isSystem(rule)) {
                rule.put("priority", Policies.type(policy).systemRule(rules.size() - 1));
            }
        }
    }

    private ObjectNode rule(Call call) {
        return Owned.get(store, RULE, policy(call), call.value("ruleId"));
    }

    private ObjectNode policy(Call call) {
        return store.kind(Policies.KIND).get(call.value("policyId"));
    }
}
