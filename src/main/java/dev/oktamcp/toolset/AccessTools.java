package dev.oktamcp.toolset;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.okta.Rest;
import dev.oktamcp.tool.ReadTool;
import dev.oktamcp.tool.ToolCall;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;
import dev.oktamcp.toolset.AccessExplanation.Source;

import org.springframework.ai.mcp.annotation.McpToolParam;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Who has what, and why.
@ToolsOf(Toolset.WORKFLOWS)
final class AccessTools {

    private static final String ASSIGNMENT = "getApplicationUser";
    private static final String APP_GROUPS = "listApplicationGroupAssignments";
    private static final String APPS_GROUPS = "app's groups";
    private static final String RULES = "group rules";
    private static final int MOST_GROUPS = 5000;
    private static final int SHOWN = 20;
    private static final String OTHERS = "list_application_groups returns all.";

    private final OktaClient okta;
    private final People people;
    private final AppFinder apps;
    private final Belongings belongings;

    AccessTools(OktaClient okta, People people, AppFinder apps, Belongings belongings) {
        this.okta = okta;
        this.people = people;
        this.apps = apps;
        this.belongings = belongings;
    }

    @ReadTool(
            name = "explain_access",
            title = "Explain access",
            uses = {People.BY_ID, AppFinder.BY_ID, ASSIGNMENT},
            optional = {
                People.BY_NAME,
                AppFinder.BY_LABEL,
                Belongings.GROUPS,
                APP_GROUPS,
                GroupRuleIndex.OPERATION
            },
            description =
                    "Returns why a user has an app, or has not: whether it is assigned directly,"
                        + " through which of the user's groups, which rules fill these groups, and"
                        + " what stops its use. Where it is not assigned, the groups that would"
                        + " give it. Does not tell whether a rule takes this user, nor what sign-on"
                        + " policies ask for.")
    AccessExplanation explainAccess(
            @McpToolParam(description = People.ONE) String user,
            @McpToolParam(description = AppFinder.ONE) String app,
            ToolCall call) {
        var who = people.one(user, call);
        var what = apps.one(app);
        return explained(who, what, read(Belongings.idOf(who), Belongings.idOf(what)));
    }

    /// Groups that have an app.
    ///
    /// @param rest what was not read of them
    private record Having(List<Belongings.Group> groups, Rest rest) {

        static final Having NONE = new Having(List.of(), new Rest(null, false, null));
    }

    /// @param assigned Okta's own record of it; empty where the app is not assigned
    /// @param through the user's groups that have the app
    /// @param having all groups that have it
    /// @param complete whether there are no others
    private record Ways(
            Optional<ObjectNode> assigned,
            List<Source> through,
            List<Source> having,
            boolean complete,
            List<LeftOut> leftOut) {

        boolean direct() {
            return assigned.filter(each -> "USER".equals(LogEvent.text(each, "/scope")))
                    .isPresent();
        }
    }

    private static AccessExplanation explained(JsonNode user, JsonNode app, Ways ways) {
        var assigned = ways.assigned().isPresent();
        var others = assigned ? null : Excerpt.of(ways.having(), SHOWN, OTHERS);
        var shown = AccessExplanation.App.of(app);
        return new AccessExplanation(
                UserBrief.named(user),
                shown,
                assigned,
                others == null
                        ? AccessExplanation.has(ways.direct(), ways.through().size())
                        : AccessExplanation.hasNot(others.count(), ways.complete()),
                ways.direct(),
                ways.through(),
                others,
                AccessExplanation.stoppedBy(user, shown),
                ways.assigned().map(AccessExplanation.Assignment::of).orElse(null),
                ways.leftOut());
    }

    private Ways read(String userId, String appId) {
        var ids = Map.of("appId", appId, "userId", userId);
        var assigned = IfThere.read(() -> okta.call(ASSIGNMENT, ids));
        var parts = new Parts(okta);
        var own = parts.add("user's groups", () -> belongings.groups(userId), Belongings.GROUPS);
        var having = parts.add(APPS_GROUPS, () -> groupsOf(appId), APP_GROUPS);
        var rules = parts.add(RULES, () -> rules(userId), GroupRuleIndex.OPERATION);
        parts.read();
        var index = rules.or(GroupRuleIndex.NONE);
        var all = having.or(Having.NONE);
        parts.cut(APPS_GROUPS, all.rest());
        parts.cut(RULES, index.rest());
        return new Ways(
                assigned,
                sources(common(own.or(List.of()), all.groups()), index),
                sources(all.groups(), index),
                having.value() != null && !all.rest().hasMore(),
                parts.leftOut());
    }

    private GroupRuleIndex rules(String userId) {
        return GroupRuleIndex.read(okta, userId);
    }

    private Having groupsOf(String appId) {
        var groups = new ArrayList<Belongings.Group>();
        var rest =
                okta.each(
                        APP_GROUPS,
                        Map.of("appId", appId, "expand", "group"),
                        null,
                        MOST_GROUPS,
                        assigned -> groups.add(group(assigned)));
        return new Having(groups, rest);
    }

    private static Belongings.Group group(JsonNode assigned) {
        return new Belongings.Group(
                Belongings.idOf(assigned),
                LogEvent.text(assigned, "/_embedded/group/type"),
                LogEvent.text(assigned, "/_embedded/group/profile/name"));
    }

    private static List<Belongings.Group> common(
            List<Belongings.Group> own, List<Belongings.Group> having) {
        var ids = having.stream().map(Belongings.Group::id).collect(Collectors.toSet());
        return own.stream().filter(group -> ids.contains(group.id())).toList();
    }

    private static List<Source> sources(List<Belongings.Group> groups, GroupRuleIndex rules) {
        return groups.stream().map(group -> new Source(group, rules.of(group.id()))).toList();
    }
}
