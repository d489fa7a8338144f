package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

/// The system's default policy for each type, and where a type allows it one of the company's own.
final class SeedPolicies {

    private SeedPolicies() {}

    static void addTo(Store store) {
        for (var type : PolicyType.values()) {
            if (type.takesPolicies()) {
                add(store, type, "Staff", 1, false);
            }
            add(store, type, "Default Policy", type.takesPolicies() ? 2 : 1, true);
        }
    }

    private static void add(
            Store store, PolicyType type, String name, int priority, boolean system) {
        var policy =
                document(store, "00p", type.name() + name, system)
                        .put("type", type.name())
                        .put("name", name)
                        .put("priority", priority);
        policy.putNull("conditions");
        store.kind(Policies.KIND).put(policy);
        addRule(store, policy, type, system ? "Default Rule" : "Catch-all Rule");
        if (!system && type.takesRules()) {
            var own = rule(store, policy, type, "Staff rule", false);
            own.put("priority", type.firstRule());
        }
    }

    /// The rule that the system adds to a policy.
    static void addRule(Store store, ObjectNode policy, PolicyType type, String name) {
        var own = type.takesRules() && !Priorities.isSystem(policy);
        rule(store, policy, type, name, true).put("priority", type.systemRule(own ? 1 : 0));
    }

    private static ObjectNode rule(
            Store store, ObjectNode policy, PolicyType type, String name, boolean system) {
        var prefix = type == PolicyType.ACCESS_POLICY ? "rul" : "0pr";
        var rule =
                document(store, prefix, Json.text(policy, "id") + name, system)
                        .put("type", type.ruleType())
                        .put("name", name)
                        .put(Owned.OWNER, Json.text(policy, "id"));
        rule.putObject("conditions").putObject("network").put("connection", "ANYWHERE");
        rule.putObject("actions");
        store.kind(PolicyRules.RULE).put(rule);
        return rule;
    }

    private static ObjectNode document(Store store, String prefix, String key, boolean system) {
        return Json.object()
                .put("id", store.ids().of(prefix, key))
                .put("status", "ACTIVE")
                .put("system", system)
                .put("created", store.now())
                .put("lastUpdated", store.now());
    }
}
