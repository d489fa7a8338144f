package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Policies and their rules, each in the order of its priority.
record Policies(Store store, AdminActions admin) {

    private static final String KIND = "Policy";
    private static final String RULE = "PolicyRule";
    private static final String POLICY = "#policy";
    private static final List<String> TYPES =
            List.of(
                    "OKTA_SIGN_ON",
                    "PASSWORD",
                    "MFA_ENROLL",
                    "ACCESS_POLICY",
                    "PROFILE_ENROLLMENT");
    private static final Comparator<ObjectNode> BY_PRIORITY =
            Comparator.comparingInt(policy -> policy.path("priority").asInt());

    Stream<Route> routes() {
        var policy = "/api/v1/policies/{policyId}";
        return Stream.of(
                Route.of("GET", "/api/v1/policies", this::listPolicies),
                Route.of("GET", policy, call -> Answer.of(policy(call))),
                Route.of("DELETE", policy, this::deletePolicy),
                Route.of("POST", policy + "/lifecycle/activate", this::activatePolicy),
                Route.of("POST", policy + "/lifecycle/deactivate", this::deactivatePolicy),
                Route.of("GET", policy + "/rules", this::listPolicyRules),
                Route.of("GET", policy + "/rules/{ruleId}", this::getPolicyRule));
    }

    /// ASSUMPTION: all policies of a type are on one page.
    private Answer listPolicies(Call call) {
        var type = call.query().get("type");
        if (type.isEmpty()) {
            throw OktaError.of(ErrorCode.E0000028);
        }
        var status = call.query().get("status").orElse("");
        var policies =
                store.kind(KIND).with("type", type.get()).stream()
                        .filter(policy -> Json.text(policy, "status").contains(status))
                        .sorted(BY_PRIORITY)
                        .toList();
        return Answer.of(Json.array(policies), call.self());
    }

    /// ASSUMPTION: the code of the refusal.
    private Answer deletePolicy(Call call) {
        var policy = policy(call);
        if (policy.path("system").asBoolean(false)) {
            throw OktaError.invalid("policy", "policy: A system policy cannot be deleted");
        }
        store.kind(KIND).remove(Json.text(policy, "id"));
        closeGap(policy);
        admin.log(call, LogEventType.POLICY_DELETE, party(policy));
        return Answer.noContent();
    }

    private void closeGap(ObjectNode gone) {
        for (var policy : store.kind(KIND).with("type", Json.text(gone, "type"))) {
            var priority = policy.path("priority").asInt();
            if (priority > gone.path("priority").asInt()) {
                policy.put("priority", priority - 1);
            }
        }
    }

    private Answer activatePolicy(Call call) {
        return change(call, "ACTIVE", LogEventType.POLICY_ACTIVATE);
    }

    private Answer deactivatePolicy(Call call) {
        return change(call, "INACTIVE", LogEventType.POLICY_DEACTIVATE);
    }

    private Answer change(Call call, String status, LogEventType type) {
        var policy = policy(call).put("status", status).put("lastUpdated", store.now());
        admin.log(call, type, party(policy));
        return Answer.noContent();
    }

    private Answer listPolicyRules(Call call) {
        var id = Json.text(policy(call), "id");
        var rules =
                store.kind(RULE).with(POLICY, id).stream()
                        .sorted(BY_PRIORITY)
                        .map(Policies::shown)
                        .toList();
        return Answer.of(Json.array(rules), call.self());
    }

    private Answer getPolicyRule(Call call) {
        var rule = store.kind(RULE).get(call.value("ruleId"));
        if (!Json.text(rule, POLICY).equals(Json.text(policy(call), "id"))) {
            throw OktaError.notFound(call.value("ruleId"), RULE);
        }
        return Answer.of(shown(rule));
    }

    private static ObjectNode shown(ObjectNode rule) {
        return rule.deepCopy().without(List.of(POLICY));
    }

    private static Party party(ObjectNode policy) {
        return new Party(
                Json.text(policy, "id"), "PolicyEntity", "unknown", Json.text(policy, "name"));
    }

    private ObjectNode policy(Call call) {
        return store.kind(KIND).get(call.value("policyId"));
    }

    /// One of our own and the system's default for each type.
    static void seed(Store store) {
        for (var type : TYPES) {
            add(store, type, "Staff", 1, false);
            add(store, type, "Default Policy", 2, true);
        }
    }

    private static void add(Store store, String type, String name, int priority, boolean system) {
        var policy = document(store, "00p", type, name, priority, system);
        store.kind(KIND).put(policy);
        var rule = document(store, "0pr", type, name + " rule", 1, system);
        store.kind(RULE).put(rule.put(POLICY, Json.text(policy, "id")));
    }

    private static ObjectNode document(
            Store store, String prefix, String type, String name, int priority, boolean system) {
        return Json.object()
                .put("type", prefix.equals("0pr") && type.equals("OKTA_SIGN_ON") ? "SIGN_ON" : type)
                .put("id", store.ids().of(prefix, type + name))
                .put("status", "ACTIVE")
                .put("name", name)
                .put("priority", priority)
                .put("system", system)
                .put("created", store.now())
                .put("lastUpdated", store.now());
    }
}
