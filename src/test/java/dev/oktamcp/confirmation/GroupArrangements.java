package dev.oktamcp.confirmation;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Calls about groups, their rules and their power.
final class GroupArrangements {

    private static final String GROUP = "/api/v1/groups/{group_id}";
    private static final String RULE = "/api/v1/groups/rules/{group_rule_id}";

    private GroupArrangements() {}

    static Stream<Arrangement> all() {
        return Stream.of(groups(), members(), rules()).flatMap(area -> area);
    }

    private static Stream<Arrangement> groups() {
        return Stream.of(
                Arrangement.of(
                        "create_group",
                        _ -> Map.of("profile", Map.of("name", OrgContent.name())),
                        "POST /api/v1/groups"),
                Arrangement.of(
                        "update_group",
                        org ->
                                Map.of(
                                        "group_id", org.group(),
                                        "profile", Map.of("description", "Changed")),
                        "PUT " + GROUP),
                Arrangement.of(
                        "delete_group", org -> Map.of("group_id", org.group()), "DELETE " + GROUP),
                Arrangement.of(
                        "assign_group_role",
                        org -> Map.of("group_id", org.group(), "role", "HELP_DESK_ADMIN"),
                        "POST " + GROUP + "/roles"),
                Arrangement.of(
                        "unassign_group_role",
                        org -> {
                            var group = org.group();
                            var roles = "/api/v1/groups/" + group + "/roles";
                            var id = org.add(roles, UserArrangements.role());
                            return Map.of("group_id", group, "role_assignment_id", id);
                        },
                        "DELETE " + GROUP + "/roles/{role_assignment_id}"));
    }

    private static Stream<Arrangement> members() {
        return Stream.of(
                Arrangement.of(
                        "add_user_to_group",
                        org -> Map.of("group_id", org.group(), "user_id", org.user("ACTIVE")),
                        "PUT " + GROUP + "/users/{user_id}"),
                Arrangement.of(
                        "remove_user_from_group",
                        org -> {
                            var group = org.group();
                            var user = org.user("ACTIVE");
                            org.org().hasMember(group, user);
                            return Map.of("group_id", group, "user_id", user);
                        },
                        "DELETE " + GROUP + "/users/{user_id}"));
    }

    private static Stream<Arrangement> rules() {
        return Stream.of(
                Arrangement.of(
                        "create_group_rule",
                        org ->
                                Map.of(
                                        "name", OrgContent.name(),
                                        "expression", "user.department==\"Chess\"",
                                        "group_ids", List.of(org.group())),
                        "POST /api/v1/groups/rules"),
                Arrangement.of(
                        "activate_group_rule",
                        org -> Map.of("group_rule_id", rule(org)),
                        "POST " + RULE + "/lifecycle/activate"),
                Arrangement.of(
                        "deactivate_group_rule",
                        org -> {
                            var rule = rule(org);
                            org.post("/api/v1/groups/rules/" + rule + "/lifecycle/activate");
                            return Map.of("group_rule_id", rule);
                        },
                        "POST " + RULE + "/lifecycle/deactivate"),
                Arrangement.of(
                        "delete_group_rule",
                        org -> Map.of("group_rule_id", rule(org)),
                        "DELETE " + RULE));
    }

    /// One that does not fill its group yet.
    private static String rule(OrgContent org) {
        var expression =
                Map.of("value", "user.department==\"Chess\"", "type", "urn:okta:expression:1.0");
        var groups = Map.of("groupIds", List.of(org.group()));
        return org.add(
                "/api/v1/groups/rules",
                Map.of(
                        "type", "group_rule",
                        "name", OrgContent.name(),
                        "conditions", Map.of("expression", expression),
                        "actions", Map.of("assignUserToGroups", groups)));
    }
}
