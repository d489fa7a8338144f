package dev.oktamcp.simulation;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Tells which policies and rules would decide. ASSUMPTION: of the conditions, groups and network
/// zones count here, and of the policies of a type those that are active; an app without an access
/// policy has the default one.
record PolicySimulation(Store store) {

    private static final List<PolicyType> TYPES =
            List.of(
                    PolicyType.OKTA_SIGN_ON,
                    PolicyType.MFA_ENROLL,
                    PolicyType.ACCESS_POLICY,
                    PolicyType.PROFILE_ENROLLMENT);

    Stream<Route> routes() {
        var simulate = Route.of("POST", "/api/v1/policies/simulate", this::createPolicySimulation);
        return Stream.of(new Route("POST", simulate.template(), readScope(), simulate.handler()));
    }

    private static String readScope() {
        return "okta.policies.read";
    }

    private Answer createPolicySimulation(Call call) {
        var evaluations = Json.array(List.of());
        for (var asked : call.array()) {
            var app = store.kind(SeedApps.APP).get(Json.text(asked, "appInstance"));
            if (!asked.at("/policyContext/user/id").isString()) {
                throw OktaError.missing("policyContext.user");
            }
            var wanted = texts(asked.path("policyTypes"));
            TYPES.stream()
                    .filter(type -> wanted.isEmpty() || wanted.contains(type.name()))
                    .forEach(type ->
                            evaluations.add(evaluated(type, app, asked.path("policyContext"))));
        }
        return Answer.of(evaluations);
    }

    private ObjectNode evaluated(PolicyType type, ObjectNode app, JsonNode context) {
        var evaluation = Json.object();
        evaluation.set("policyType", Json.texts(type.name()));
        var matched = evaluation.putObject("result").putArray("policies");
        evaluation.putObject("undefined").putArray("policies");
        var passed = evaluation.putObject("evaluated").putArray("policies");
        for (var policy : candidates(type, app)) {
            if (matched.isEmpty() && fits(policy, context)) {
                matched.add(shown(policy, "MATCH").set("rules", rules(policy, context)));
            } else {
                passed.add(shown(policy, "NOT_MATCH"));
            }
        }
        return evaluation.put("status", matched.isEmpty() ? "NOT_MATCH" : "MATCH");
    }

    private List<ObjectNode> candidates(PolicyType type, ObjectNode app) {
        if (type == PolicyType.ACCESS_POLICY) {
            var usual = store.ids().of("00p", "ACCESS_POLICYDefault Policy");
            var own = Json.text(app, AppView.POLICY);
            return List.of(store.kind(Policies.KIND).get(own.isEmpty() ? usual : own));
        }
        return active(store.kind(Policies.KIND).with("type", type.name()));
    }

    private ArrayNode rules(ObjectNode policy, JsonNode context) {
        for (var rule : active(Owned.of(store, PolicyRules.RULE, policy))) {
            if (fits(rule, context)) {
                return Json.array(List.of(shown(rule, "MATCH")));
            }
        }
        return Json.array(List.of());
    }

    private static List<ObjectNode> active(List<ObjectNode> items) {
        return items.stream()
                .filter(item -> Json.text(item, "status").equals("ACTIVE"))
                .sorted(Priorities.ORDER)
                .toList();
    }

    private static boolean fits(ObjectNode item, JsonNode context) {
        var groups = item.at("/conditions/people/groups");
        var zones = item.at("/conditions/network");
        return fits(groups, texts(context.at("/groups/ids")))
                && fits(zones, texts(context.at("/zones/ids")));
    }

    private static boolean fits(JsonNode condition, Set<String> has) {
        var included = texts(condition.path("include"));
        var excluded = texts(condition.path("exclude"));
        return (included.isEmpty() || included.stream().anyMatch(has::contains))
                && excluded.stream().noneMatch(has::contains);
    }

    private static ObjectNode shown(ObjectNode item, String status) {
        var shown =
                Json.object()
                        .put("id", Json.text(item, "id"))
                        .put("name", Json.text(item, "name"))
                        .put("status", status);
        shown.putArray("conditions");
        return shown;
    }

    private static Set<String> texts(JsonNode array) {
        var texts = new HashSet<String>();
        array.forEach(text -> texts.add(text.asString("")));
        return texts;
    }
}
