package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.Set;

/// The system's default policy for each type, and where a type allows it one of the company's own.
final class SeedPolicies {

    /// Apps that ask for more than the others.
    private static final Set<String> FOR_STAFF = Set.of("Payroll", "Ledger", "Bank Portal");

    private static final String PASSWORDS =
            """
            {"password":{
              "complexity":{"minLength":8,"minLowerCase":1,"minUpperCase":1,"minNumber":1,
               "minSymbol":0,"excludeUsername":true,"dictionary":{"common":{"exclude":false}},
               "excludeAttributes":[]},
              "age":{"maxAgeDays":0,"expireWarnDays":0,"minAgeMinutes":0,"historyCount":4},
              "lockout":{"maxAttempts":10,"autoUnlockMinutes":0,
               "userLockoutNotificationChannels":[],"showLockoutFailures":false}},
             "recovery":{"factors":{
              "recovery_question":{"status":"ACTIVE",
               "properties":{"complexity":{"minLength":4}}},
              "okta_email":{"status":"ACTIVE",
               "properties":{"recoveryToken":{"tokenLifetimeMinutes":60}}},
              "okta_sms":{"status":"INACTIVE"},"okta_call":{"status":"INACTIVE"}}},
             "delegation":{"options":{"skipUnlock":false}}}
            """;

    private static final String MFA =
            """
            {"type":"AUTHENTICATORS","authenticators":[
             {"key":"okta_password","enroll":{"self":"REQUIRED"}},
             {"key":"okta_verify","enroll":{"self":"REQUIRED"}},
             {"key":"webauthn","enroll":{"self":"OPTIONAL"}},
             {"key":"phone_number","enroll":{"self":"NOT_ALLOWED"}}]}
            """;

    private SeedPolicies() {}

    static void addTo(Store store) {
        for (var type : PolicyType.values()) {
            if (type.takesPolicies()) {
                add(store, type, "Staff", 1, false);
            }
            add(store, type, "Default Policy", type.takesPolicies() ? 2 : 1, true);
        }
        for (var app : store.kind(SeedApps.APP).all()) {
            var name = FOR_STAFF.contains(Json.text(app, "label")) ? "Staff" : "Default Policy";
            app.put(AppView.POLICY, store.ids().of("00p", PolicyType.ACCESS_POLICY.name() + name));
        }
    }

    private static void add(
            Store store, PolicyType type, String name, int priority, boolean system) {
        var policy =
                document(store, "00p", type.name() + name, system)
                        .put("type", type.name())
                        .put("name", name)
                        .put("priority", priority);
        addConditions(store, policy, type, system ? SeedGroups.EVERYONE : "Engineering");
        store.kind(Policies.KIND).put(policy);
        addRule(store, policy, type, system ? "Default Rule" : "Catch-all Rule");
        if (!system && type.takesRules()) {
            var own = rule(store, policy, type, "Staff rule", false);
            own.put("priority", type.firstRule());
        }
    }

    /// Those of whose conditions and settings Okta's documents tell; access policies have theirs in
    /// their rules.
    private static void addConditions(
            Store store, ObjectNode policy, PolicyType type, String group) {
        var people = Json.object();
        people.withObject("/people/groups")
                .set("include", Json.texts(store.ids().of("00g", group)));
        switch (type) {
            case OKTA_SIGN_ON -> policy.set("conditions", people);
            case MFA_ENROLL -> {
                policy.set("conditions", people);
                policy.set("settings", Json.literal(MFA));
            }
            case PASSWORD -> {
                policy.set("conditions", people);
                policy.set("settings", Json.literal(PASSWORDS));
                policy.withObject("/conditions/authProvider").put("provider", "OKTA");
            }
            default -> policy.putNull("conditions");
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
