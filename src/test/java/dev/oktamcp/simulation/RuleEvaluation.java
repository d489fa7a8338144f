package dev.oktamcp.simulation;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Puts users into groups as active rules say.
///
/// ASSUMPTION: it happens at once, while Okta does it a moment later. Only comparisons of one
/// attribute with one text are understood, joined by `and` or `or` but not by both; any other
/// expression matches nobody.
record RuleEvaluation(Store store) {

    static final String RULE = "GroupRule";

    private static final Pattern EQUALS = Pattern.compile("user\\.(\\w+)\\s*==\\s*\"([^\"]*)\"");

    void apply(ObjectNode user) {
        for (var rule : store.kind(RULE).with("status", "ACTIVE")) {
            apply(rule, user);
        }
    }

    void applyToAll(ObjectNode rule) {
        store.users().all().forEach(user -> apply(rule, user));
    }

    private void apply(ObjectNode rule, ObjectNode user) {
        var id = Json.text(user, "id");
        var conditions = rule.path("conditions");
        var excluded = conditions.path("people").path("users").path("exclude");
        if (contains(excluded, id)
                || !matches(Json.text(conditions.path("expression"), "value"), user)) {
            return;
        }
        for (var group : rule.path("actions").path("assignUserToGroups").path("groupIds")) {
            store.memberships().addByRule(Json.text(rule, "id"), group.asString(""), id);
        }
    }

    private static boolean matches(String expression, ObjectNode user) {
        if (expression.matches(".*(?i)(\\bor\\b|\\|\\|).*")) {
            for (var part : expression.split("(?i)\\s+or\\s+|\\|\\|", -1)) {
                if (equal(part, user)) {
                    return true;
                }
            }
            return false;
        }
        for (var part : expression.split("(?i)\\s+and\\s+|&&", -1)) {
            if (!equal(part, user)) {
                return false;
            }
        }
        return true;
    }

    private static boolean equal(String part, ObjectNode user) {
        var matcher = EQUALS.matcher(part.strip());
        return matcher.matches()
                && Json.text(user.path("profile"), matcher.group(1)).equals(matcher.group(2));
    }

    boolean fills(String groupId) {
        return store.kind(RULE).all().stream()
                .map(rule -> rule.path("actions").path("assignUserToGroups").path("groupIds"))
                .anyMatch(groups -> contains(groups, groupId));
    }

    /// The rules that no longer have all their groups.
    List<ObjectNode> invalidate(String groupId) {
        var invalid = new ArrayList<ObjectNode>();
        for (var rule : store.kind(RULE).all()) {
            var groups = rule.path("actions").path("assignUserToGroups").path("groupIds");
            if (contains(groups, groupId)) {
                invalid.add(rule.put("status", "INVALID"));
            }
        }
        return invalid;
    }

    private static boolean contains(JsonNode texts, String text) {
        for (var one : texts) {
            if (one.asString("").equals(text)) {
                return true;
            }
        }
        return false;
    }
}
