package dev.oktamcp.simulation;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Locale;
import java.util.stream.Stream;

/// Rules that put users into groups.
///
/// ASSUMPTION: no event types are named after making, changing and deleting a group rule, so those
/// of policy rules are used.
record GroupRules(Store store, AdminActions admin) {

    private static final int LONGEST_NAME = 50;
    private static final String NAMES = "groupIdToGroupNameMap";
    private static final PageSizes SIZES = new PageSizes(50, 50, 200);

    Stream<Route> routes() {
        var rules = "/api/v1/groups/rules";
        var rule = rules + "/{groupRuleId}";
        return Stream.of(
                Route.of("GET", rules, this::listGroupRules),
                Route.of("POST", rules, this::createGroupRule),
                Route.of("GET", rule, call -> Answer.of(shown(call, rule(call)))),
                Route.of("PUT", rule, this::replaceGroupRule),
                Route.of("DELETE", rule, this::deleteGroupRule),
                Route.of("POST", rule + "/lifecycle/activate", this::activateGroupRule),
                Route.of("POST", rule + "/lifecycle/deactivate", this::deactivateGroupRule));
    }

    private Answer listGroupRules(Call call) {
        var keyword = call.query().get("search").orElse("").toLowerCase(Locale.ROOT);
        var matching =
                rules().all().stream()
                        .filter(rule ->
                                Json.text(rule, "name").toLowerCase(Locale.ROOT).contains(keyword))
                        .toList();
        var page = Listing.byId(call.query(), rules(), matching, SIZES);
        var shown = page.items().stream().map(rule -> shown(call, rule)).toList();
        return Answer.of(Json.array(shown), page.links(call));
    }

    private ObjectNode shown(Call call, ObjectNode rule) {
        var shown = rule.deepCopy();
        if (call.query().get("expand").orElse("").equals(NAMES)) {
            var names = shown.putObject("_embedded").putObject(NAMES);
            for (var id : rule.at("/actions/assignUserToGroups/groupIds")) {
                store.groups()
                        .find(id.asString(""))
                        .ifPresent(group ->
                                names.put(id.asString(""), Party.group(group).displayName()));
            }
        }
        return shown;
    }

    private Answer createGroupRule(Call call) {
        var body = call.json();
        check(body);
        var rule = add(store, body, call.key());
        admin.log(call, LogEventType.RULE_CREATE, Party.rule(rule));
        return Answer.of(rule);
    }

    static ObjectNode add(Store store, JsonNode body, String key) {
        var rule =
                Json.object()
                        .put("type", "group_rule")
                        .put("id", store.ids().of("0pr", key))
                        .put("status", "INACTIVE")
                        .put("name", Json.text(body, "name"))
                        .put("created", store.now())
                        .put("lastUpdated", store.now());
        rule.set("conditions", body.path("conditions").deepCopy());
        rule.set("actions", body.path("actions").deepCopy());
        store.kind(RuleEvaluation.RULE).put(rule);
        return rule;
    }

    /// ASSUMPTION: the words of the causes; the limits are documented.
    private void check(JsonNode body) {
        var name = Json.text(body, "name");
        if (name.isBlank()) {
            throw OktaError.missing("name");
        }
        if (name.length() > LONGEST_NAME) {
            throw OktaError.invalid("name", "name: The field is too long");
        }
        if (Json.text(body.path("conditions").path("expression"), "value").isBlank()) {
            throw OktaError.missing("expression");
        }
        checkGroups(body.path("actions").path("assignUserToGroups").path("groupIds"));
    }

    private void checkGroups(JsonNode groups) {
        if (groups.isEmpty()) {
            throw OktaError.missing("groupIds");
        }
        for (var group : groups) {
            if (store.groups().find(group.asString("")).isEmpty()) {
                throw OktaError.invalid("groupIds", "groupIds: The group does not exist");
            }
        }
    }

    private Answer replaceGroupRule(Call call) {
        var rule = inactive(call);
        var body = call.json();
        check(body);
        if (!body.path("actions").equals(rule.path("actions"))) {
            throw OktaError.invalid("actions", "actions: The actions of a rule cannot be changed");
        }
        rule.put("name", Json.text(body, "name"))
                .put("lastUpdated", store.now())
                .set("conditions", body.path("conditions").deepCopy());
        admin.log(call, LogEventType.RULE_UPDATE, Party.rule(rule));
        return Answer.of(rule);
    }

    /// ASSUMPTION: an active rule is refused. Those whom the rule put into a group are removed at
    /// once where that is asked for, while Okta does it a moment later.
    private Answer deleteGroupRule(Call call) {
        var rule = inactive(call);
        if (call.asks("removeUsers", false)) {
            store.memberships().putBy(Json.text(rule, "id")).forEach(each -> remove(call, each));
        }
        rules().remove(Json.text(rule, "id"));
        admin.log(call, LogEventType.RULE_DELETE, Party.rule(rule));
        return new Answer(202, null, call.self());
    }

    private void remove(Call call, Memberships.Member member) {
        store.memberships().remove(member.groupId(), member.userId());
        var group = store.groups().get(member.groupId()).put("lastMembershipUpdated", store.now());
        var user = store.users().get(member.userId());
        admin.log(call, LogEventType.MEMBER_REMOVE, Party.user(user), Party.group(group));
    }

    private Answer activateGroupRule(Call call) {
        var rule = inactive(call);
        rule.put("status", "ACTIVE").put("lastUpdated", store.now());
        new RuleEvaluation(store).applyToAll(rule);
        admin.log(call, LogEventType.GROUP_RULE_ACTIVATE, Party.rule(rule));
        return Answer.noContent();
    }

    private Answer deactivateGroupRule(Call call) {
        var rule = rule(call).put("status", "INACTIVE").put("lastUpdated", store.now());
        admin.log(call, LogEventType.GROUP_RULE_DEACTIVATE, Party.rule(rule));
        return Answer.noContent();
    }

    private ObjectNode inactive(Call call) {
        var rule = rule(call);
        if (Json.text(rule, "status").equals("ACTIVE")) {
            throw OktaError.invalid("status", "status: The rule must be inactive");
        }
        return rule;
    }

    private ObjectNode rule(Call call) {
        return rules().get(call.value("groupRuleId"));
    }

    private Resources rules() {
        return store.kind(RuleEvaluation.RULE);
    }
}
