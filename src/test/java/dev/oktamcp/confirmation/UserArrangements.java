package dev.oktamcp.confirmation;

import dev.oktamcp.confirmation.Arrangement.Prepared;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Calls about users, what they sign in with, and what power they have.
final class UserArrangements {

    private static final String USER = "/api/v1/users/{user_id}";

    private UserArrangements() {}

    static Stream<Arrangement> all() {
        return Stream.of(lifecycle(), credentials(), power(), plans()).flatMap(area -> area);
    }

    private static Stream<Arrangement> lifecycle() {
        return Stream.of(
                about("activate_user", "STAGED", "POST " + USER + "/lifecycle/activate"),
                about("reactivate_user", "PROVISIONED", "POST " + USER + "/lifecycle/reactivate"),
                about("suspend_user", "ACTIVE", "POST " + USER + "/lifecycle/suspend"),
                about("unsuspend_user", "SUSPENDED", "POST " + USER + "/lifecycle/unsuspend"),
                about("unlock_user", "LOCKED_OUT", "POST " + USER + "/lifecycle/unlock"),
                about("deactivate_user", "ACTIVE", "POST " + USER + "/lifecycle/deactivate"),
                about("delete_deactivated_user", "DEPROVISIONED", "DELETE " + USER),
                Arrangement.of(
                        "create_user",
                        _ -> Map.of("profile", profile(OrgContent.name() + "@example.com")),
                        "POST /api/v1/users"),
                Arrangement.of(
                        "update_user",
                        org ->
                                Map.of(
                                        "user_id", org.user("ACTIVE"),
                                        "profile", Map.of("nickName", "Nick")),
                        "POST " + USER),
                Arrangement.of("replace_user", UserArrangements::replaced, "PUT " + USER));
    }

    private static Arrangement about(String tool, String status, String change) {
        return Arrangement.of(tool, org -> Map.of("user_id", org.user(status)), change);
    }

    private static Map<String, Object> profile(String login) {
        return Map.of("login", login, "email", login, "firstName", "Ada", "lastName", "Byron");
    }

    private static Map<String, Object> replaced(OrgContent org) {
        var login = OrgContent.name() + "@example.com";
        return Map.of("user_id", org.org().hasUser(login), "profile", profile(login));
    }

    private static Stream<Arrangement> credentials() {
        var act = "POST " + USER + "/lifecycle/";
        return Stream.of(
                about("reset_password", "ACTIVE", act + "reset_password"),
                about("expire_password", "ACTIVE", act + "expire_password"),
                about(
                        "expire_password_with_temp_password",
                        "ACTIVE",
                        act + "expire_password_with_temp_password"),
                about("reset_user_factors", "ACTIVE", act + "reset_factors"),
                Arrangement.of(
                        "unenroll_user_factor",
                        UserArrangements::factor,
                        "DELETE " + USER + "/factors/{factor_id}"),
                about("revoke_user_sessions", "ACTIVE", "DELETE " + USER + "/sessions"),
                Arrangement.of(
                        "revoke_session",
                        org -> Map.of("session_id", org.org().hasSession(org.user("ACTIVE"))),
                        "DELETE /api/v1/sessions/{session_id}"));
    }

    private static Map<String, Object> factor(OrgContent org) {
        var user = org.user("ACTIVE");
        var asked = Map.of("question", "disliked_food", "answer", "mayonnaise");
        var factor = Map.of("factorType", "question", "provider", "OKTA", "profile", asked);
        var id = org.add("/api/v1/users/%s/factors".formatted(user), factor);
        return Map.of("user_id", user, "factor_id", id);
    }

    private static Stream<Arrangement> power() {
        return Stream.of(
                Arrangement.of(
                        "assign_user_role",
                        org -> Map.of("user_id", org.user("ACTIVE"), "role", "HELP_DESK_ADMIN"),
                        "POST " + USER + "/roles"),
                Arrangement.of(
                        "unassign_user_role",
                        org -> {
                            var user = org.user("ACTIVE");
                            var id = org.add("/api/v1/users/" + user + "/roles", role());
                            return Map.of("user_id", user, "role_assignment_id", id);
                        },
                        "DELETE " + USER + "/roles/{role_assignment_id}"),
                Arrangement.of(
                        "revoke_api_token",
                        org -> Map.of("api_token_id", otherToken(org)),
                        "DELETE /api/v1/api-tokens/{api_token_id}"));
    }

    static Map<String, Object> role() {
        return Map.of("type", "HELP_DESK_ADMIN");
    }

    /// Not the one by which we are let in.
    private static String otherToken(OrgContent org) {
        for (var token : org.get("/api/v1/api-tokens")) {
            if (!token.path("name").stringValue().equals("MCP server")) {
                return token.path("id").stringValue();
            }
        }
        throw new AssertionError("No API token is left that could be revoked");
    }

    private static Stream<Arrangement> plans() {
        var user = "/api/v1/users/{user}";
        return Stream.of(
                Arrangement.of(
                        "contain_user",
                        org -> Map.of("user", org.user("ACTIVE"), "reset_factors", true),
                        "POST " + user + "/lifecycle/suspend",
                        "DELETE " + user + "/sessions",
                        "POST " + user + "/lifecycle/reset_factors"),
                new Arrangement("offboard_user", UserArrangements::leaving));
    }

    private static Prepared leaving(OrgContent org) {
        var user = org.user("ACTIVE");
        var changes = new HashMap<String, String>();
        for (var _ : List.of("one", "another")) {
            var group = org.group();
            org.org().hasMember(group, user);
            changes.put(group, "DELETE /api/v1/groups/%s/users/%s".formatted(group, user));
        }
        return new Prepared(Map.of("user", user), inOrder(user, changes));
    }

    /// Groups in the order in which Okta lists them, by id.
    private static List<String> inOrder(String user, Map<String, String> leaves) {
        var first = "POST /api/v1/users/%s/lifecycle/deactivate".formatted(user);
        var second = "DELETE /api/v1/users/%s/sessions".formatted(user);
        var groups = leaves.keySet().stream().sorted().map(leaves::get);
        return Stream.concat(Stream.of(first, second), groups).toList();
    }
}
