package dev.oktamcp.simulation;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Tells which policies and rules would decide, and where `expand` asks for it, which would not and
/// why, by Okta's guide to access simulations.
///
/// ASSUMPTION: of the conditions, groups and network zones count here, and of the policies of a
/// type those that are active; an app without an access policy has the default one. The names of
/// the conditions.
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
        var expand = Query.all(call.request().rawQuery(), "expand");
        var evaluations = Json.array(List.of());
        for (var asked : call.array()) {
            var app = store.kind(SeedApps.APP).get(Json.text(asked, "appInstance"));
            var context = known(asked.path("policyContext"));
            var wanted = texts(asked.path("policyTypes"));
            TYPES.stream()
                    .filter(type -> wanted.isEmpty() || wanted.contains(type.name()))
                    .forEach(type -> evaluations.add(evaluated(type, app, context, expand)));
        }
        return Answer.of(evaluations);
    }

    /// "Only user IDs or Group IDs are allowed, not both." ASSUMPTION: the words of the refusal,
    /// and that of a user the groups count.
    private JsonNode known(JsonNode context) {
        if (context.has("user") == context.has("groups")) {
            throw OktaError.invalid(
                    "policyContext", "policyContext: Either a user or groups have to be given");
        }
        var known = (ObjectNode) context.deepCopy();
        if (context.has("user")) {
            var user = store.user(Json.text(context.path("user"), "id"));
            var ids = known.putObject("groups").putArray("ids");
            store.groups().all().stream()
                    .map(group -> Json.text(group, "id"))
                    .filter(group -> store.memberships().contains(group, Json.text(user, "id")))
                    .forEach(ids::add);
        }
        return known;
    }

    private ObjectNode evaluated(
            PolicyType type, ObjectNode app, JsonNode context, List<String> expand) {
        var evaluation = Json.object();
        evaluation.set("policyType", Json.texts(type.name()));
        var matched = evaluation.putObject("result").putArray("policies");
        var passed = Json.array(List.of());
        for (var policy : candidates(type, app)) {
            if (matched.isEmpty() && failing(policy, context).isEmpty()) {
                var rules = rules(policy, context);
                matched.add(shown(policy, "MATCH").set("rules", rules.matching()));
                passed.add(shown(policy, "MATCH").set("rules", rules.passed(expand)));
            } else {
                passed.add(shown(policy, "NOT_MATCH", failing(policy, context), expand));
            }
        }
        if (expand.contains("EVALUATED")) {
            evaluation.putObject("undefined").putArray("policies");
            evaluation.putObject("evaluated").set("policies", passed);
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

    /// @param passed rules that were looked at before the one that decides, and why they did not
    private record Rules(ArrayNode matching, Map<ObjectNode, List<String>> passed) {

        ArrayNode passed(List<String> expand) {
            var shown = Json.array(List.of());
            passed.forEach((rule, failing) -> shown.add(shown(rule, "NOT_MATCH", failing, expand)));
            return shown;
        }
    }

    private Rules rules(ObjectNode policy, JsonNode context) {
        var passed = new LinkedHashMap<ObjectNode, List<String>>();
        for (var rule : active(Owned.of(store, PolicyRules.RULE, policy))) {
            var failing = failing(rule, context);
            if (failing.isEmpty()) {
                return new Rules(Json.array(List.of(shown(rule, "MATCH"))), passed);
            }
            passed.put(rule, failing);
        }
        return new Rules(Json.array(List.of()), passed);
    }

    private static List<ObjectNode> active(List<ObjectNode> items) {
        return items.stream()
                .filter(item -> Json.text(item, "status").equals("ACTIVE"))
                .sorted(Priorities.ORDER)
                .toList();
    }

    /// The conditions that are not met.
    private static List<String> failing(ObjectNode item, JsonNode context) {
        var failing = new ArrayList<String>();
        if (!fits(item.at("/conditions/people/groups"), texts(context.at("/groups/ids")))) {
            failing.add("PEOPLE");
        }
        if (!fits(item.at("/conditions/network"), texts(context.at("/zones/ids")))) {
            failing.add("NETWORK");
        }
        return failing;
    }

    private static boolean fits(JsonNode condition, Set<String> has) {
        var included = texts(condition.path("include"));
        var excluded = texts(condition.path("exclude"));
        return (included.isEmpty() || included.stream().anyMatch(has::contains))
                && excluded.stream().noneMatch(has::contains);
    }

    private static ObjectNode shown(
            ObjectNode item, String status, List<String> failing, List<String> expand) {
        var shown = shown(item, status);
        if (expand.contains("RULE")) {
            var conditions = shown.withArray("conditions");
            failing.forEach(
                    type -> conditions.addObject().put("type", type).put("status", "NOT_MATCH"));
        }
        return shown;
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
