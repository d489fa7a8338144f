package dev.oktamcp.confirmation;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Calls about apps, who has them, and what goes into them.
final class AppArrangements {

    private static final String APP = "/api/v1/apps/{app_id}";

    private AppArrangements() {}

    static Stream<Arrangement> all() {
        return Stream.of(apps(), people(), groups(), provisioning(), schemas())
                .flatMap(area -> area);
    }

    private static Stream<Arrangement> apps() {
        return Stream.of(
                Arrangement.of(
                        "create_application",
                        _ -> Map.of("app_config", OrgContent.bookmark(OrgContent.name())),
                        "POST /api/v1/apps"),
                Arrangement.of(
                        "update_application",
                        org ->
                                Map.of(
                                        "app_id",
                                        org.app(true),
                                        "app_config",
                                        Map.of("label", OrgContent.name())),
                        "PUT " + APP),
                about("activate_application", false, "POST " + APP + "/lifecycle/activate"),
                about("deactivate_application", true, "POST " + APP + "/lifecycle/deactivate"),
                about("delete_application", false, "DELETE " + APP),
                Arrangement.of(
                        "update_saml_attribute_statements",
                        org -> Map.of("app_id", saml(org), "removed_names", List.of("mail")),
                        "PUT " + APP));
    }

    private static Arrangement about(String tool, boolean active, String change) {
        return Arrangement.of(tool, org -> Map.of("app_id", org.app(active)), change);
    }

    private static String saml(OrgContent org) {
        var statement =
                Map.of("type", "EXPRESSION", "name", "mail", "values", List.of("user.email"));
        var signOn =
                Map.ofEntries(
                        entry("ssoAcsUrl", "https://sp.example.com/acs"),
                        entry("audience", "https://sp.example.com"),
                        entry("allowMultipleAcsEndpoints", false),
                        entry("assertionSigned", true),
                        entry("honorForceAuthn", true),
                        entry("requestCompressed", false),
                        entry("responseSigned", true),
                        entry("attributeStatements", List.of(statement)));
        return org.add(
                "/api/v1/apps",
                Map.of(
                        "label", OrgContent.name(),
                        "signOnMode", "SAML_2_0",
                        "settings", Map.of("signOn", signOn)));
    }

    private static Stream<Arrangement> people() {
        return Stream.of(
                Arrangement.of(
                        "assign_user_to_application",
                        org -> Map.of("app_id", org.app(true), "user_id", org.user("ACTIVE")),
                        "POST " + APP + "/users"),
                Arrangement.of(
                        "update_application_user",
                        org -> {
                            var of = assigned(org);
                            return Map.of(
                                    "app_id", of.get("app_id"),
                                    "user_id", of.get("user_id"),
                                    "profile", Map.of("email", "other@example.com"));
                        },
                        "POST " + APP + "/users/{user_id}"),
                Arrangement.of(
                        "unassign_user_from_application",
                        AppArrangements::assigned,
                        "DELETE " + APP + "/users/{user_id}"));
    }

    private static Map<String, Object> assigned(OrgContent org) {
        var app = org.app(true);
        var user = org.user("ACTIVE");
        org.add("/api/v1/apps/" + app + "/users", Map.of("id", user, "scope", "USER"));
        return Map.of("app_id", app, "user_id", user);
    }

    private static Stream<Arrangement> groups() {
        var change = APP + "/groups/{group_id}";
        return Stream.of(
                Arrangement.of(
                        "assign_group_to_application",
                        org -> Map.of("app_id", org.app(true), "group_id", org.group()),
                        "PUT " + change),
                Arrangement.of(
                        "update_application_group",
                        org -> {
                            var of = given(org);
                            return Map.of(
                                    "app_id", of.get("app_id"),
                                    "group_id", of.get("group_id"),
                                    "priority", 1);
                        },
                        "PUT " + change),
                Arrangement.of(
                        "unassign_group_from_application",
                        AppArrangements::given,
                        "DELETE " + change));
    }

    private static Map<String, Object> given(OrgContent org) {
        var app = org.app(true);
        var group = org.group();
        org.put("/api/v1/apps/%s/groups/%s".formatted(app, group), Map.of("priority", 0));
        return Map.of("app_id", app, "group_id", group);
    }

    private static Stream<Arrangement> provisioning() {
        var connection = APP + "/connections/default/lifecycle/";
        var on = Map.of("update", Map.of("profile", Map.of("status", "ENABLED")));
        return Stream.of(
                Arrangement.of(
                        "activate_provisioning_connection",
                        org -> Map.of("app_id", org.seededApp("Monitoring")),
                        "POST " + connection + "activate"),
                Arrangement.of(
                        "deactivate_provisioning_connection",
                        org -> Map.of("app_id", org.seededApp("Travel")),
                        "POST " + connection + "deactivate"),
                Arrangement.of(
                        "update_application_feature",
                        org ->
                                Map.of(
                                        "app_id",
                                        org.seededApp("Recruiting"),
                                        "feature_name",
                                        "USER_PROVISIONING",
                                        "capabilities",
                                        on),
                        "PUT " + APP + "/features/{feature_name}"));
    }

    private static Stream<Arrangement> schemas() {
        var attributes = Map.of("badge", Map.of("title", "Badge", "type", "string"));
        return Stream.of(
                Arrangement.of(
                        "update_application_user_schema",
                        org -> Map.of("app_id", org.app(true), "attributes", attributes),
                        "POST /api/v1/meta/schemas/apps/{app_id}/default"),
                Arrangement.of(
                        "update_user_schema",
                        _ -> Map.of("attributes", attributes),
                        "POST /api/v1/meta/schemas/user/default"),
                Arrangement.of(
                        "update_group_schema",
                        _ -> Map.of("attributes", attributes),
                        "POST /api/v1/meta/schemas/group/default"),
                Arrangement.of(
                        "update_profile_mapping",
                        org ->
                                Map.of(
                                        "mapping_id", mapping(org),
                                        "expressions", Map.of("nickName", "user.nickName")),
                        "POST /api/v1/mappings/{mapping_id}"));
    }

    private static String mapping(OrgContent org) {
        var mappings = org.get("/api/v1/mappings?targetId=" + org.app(true));
        return mappings.at("/0/id").stringValue();
    }
}
