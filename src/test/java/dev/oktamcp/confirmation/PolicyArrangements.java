package dev.oktamcp.confirmation;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/// Calls about policies, their rules, and network zones.
final class PolicyArrangements {

    private static final String POLICY = "/api/v1/policies/{policy_id}";
    private static final String RULE = POLICY + "/rules/{rule_id}";
    private static final String ZONE = "/api/v1/zones/{zone_id}";

    private PolicyArrangements() {}

    static Stream<Arrangement> all() {
        return Stream.of(policies(), rules(), zones()).flatMap(area -> area);
    }

    private static Stream<Arrangement> policies() {
        return Stream.of(
                Arrangement.of(
                        "create_policy",
                        _ -> Map.of("type", "OKTA_SIGN_ON", "name", OrgContent.name()),
                        "POST /api/v1/policies"),
                Arrangement.of(
                        "update_policy",
                        org ->
                                Map.of(
                                        "policy_id",
                                        policy(org, true),
                                        "changes",
                                        Map.of("description", "Changed")),
                        "PUT " + POLICY),
                Arrangement.of(
                        "activate_policy",
                        org -> Map.of("policy_id", policy(org, false)),
                        "POST " + POLICY + "/lifecycle/activate"),
                Arrangement.of(
                        "deactivate_policy",
                        org -> Map.of("policy_id", policy(org, true)),
                        "POST " + POLICY + "/lifecycle/deactivate"),
                Arrangement.of(
                        "delete_policy",
                        org -> Map.of("policy_id", policy(org, true)),
                        "DELETE " + POLICY));
    }

    private static String policy(OrgContent org, boolean active) {
        var policy = Map.of("type", "OKTA_SIGN_ON", "name", OrgContent.name());
        return org.add("/api/v1/policies?activate=" + active, policy);
    }

    private static Stream<Arrangement> rules() {
        return Stream.of(
                Arrangement.of(
                        "create_policy_rule",
                        org ->
                                Map.of(
                                        "policy_id", policy(org, true),
                                        "name", "Deny",
                                        "rule", Map.of("actions", denied())),
                        "POST " + POLICY + "/rules"),
                Arrangement.of(
                        "update_policy_rule",
                        org -> {
                            var of = rule(org, true);
                            return Map.of(
                                    "policy_id", of.get("policy_id"),
                                    "rule_id", of.get("rule_id"),
                                    "changes", Map.of("name", "Changed"));
                        },
                        "PUT " + RULE),
                Arrangement.of(
                        "activate_policy_rule",
                        org -> rule(org, false),
                        "POST " + RULE + "/lifecycle/activate"),
                Arrangement.of(
                        "deactivate_policy_rule",
                        org -> rule(org, true),
                        "POST " + RULE + "/lifecycle/deactivate"),
                Arrangement.of("delete_policy_rule", org -> rule(org, true), "DELETE " + RULE));
    }

    private static Map<String, Object> denied() {
        return Map.of("signon", Map.of("access", "DENY"));
    }

    private static Map<String, Object> rule(OrgContent org, boolean active) {
        var policy = policy(org, true);
        var rule = Map.of("type", "SIGN_ON", "name", "Deny", "actions", denied());
        var path = "/api/v1/policies/%s/rules?activate=%s".formatted(policy, active);
        return Map.of("policy_id", policy, "rule_id", org.add(path, rule));
    }

    private static Stream<Arrangement> zones() {
        return Stream.of(
                Arrangement.of(
                        "create_network_zone",
                        _ ->
                                Map.of(
                                        "name", OrgContent.name(),
                                        "type", "IP",
                                        "parts", Map.of("gateways", gateways("192.0.2.0/24"))),
                        "POST /api/v1/zones"),
                Arrangement.of(
                        "update_network_zone",
                        org ->
                                Map.of(
                                        "zone_id",
                                        zone(org),
                                        "changes",
                                        Map.of("gateways", gateways("198.51.100.0/24"))),
                        "PUT " + ZONE),
                zone("activate_network_zone", PolicyArrangements::inactive, "activate"),
                zone("deactivate_network_zone", PolicyArrangements::zone, "deactivate"),
                Arrangement.of(
                        "delete_network_zone",
                        org -> Map.of("zone_id", inactive(org)),
                        "DELETE " + ZONE));
    }

    private static Arrangement zone(String tool, Function<OrgContent, String> zone, String act) {
        return Arrangement.of(
                tool,
                org -> Map.of("zone_id", zone.apply(org)),
                "POST " + ZONE + "/lifecycle/" + act);
    }

    private static List<Map<String, String>> gateways(String range) {
        return List.of(Map.of("type", "CIDR", "value", range));
    }

    private static String zone(OrgContent org) {
        return org.add(
                "/api/v1/zones",
                Map.of(
                        "name",
                        OrgContent.name(),
                        "type",
                        "IP",
                        "gateways",
                        gateways("192.0.2.0/24")));
    }

    private static String inactive(OrgContent org) {
        var zone = zone(org);
        org.post("/api/v1/zones/" + zone + "/lifecycle/deactivate");
        return zone;
    }
}
