package dev.oktamcp.toolset;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.okta.Page;
import dev.oktamcp.okta.PageRequest;
import dev.oktamcp.tool.ChangeTool;
import dev.oktamcp.tool.DestroyTool;
import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.Preview;
import dev.oktamcp.tool.PreviewOf;
import dev.oktamcp.tool.ReadTool;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;

import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.annotation.McpToolParam;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;

/// Rules that put users into groups by what their profiles say.
@ToolsOf(Toolset.GROUPS)
final class GroupRuleTools {

    private static final String RULE = "Group rule id, for example 0pr1emaKYZTWRYYRRTSK";

    /// Beside the ids of groups, their names.
    private static final String NAMES = "groupIdToGroupNameMap";

    /// Of the groups that a rule fills.
    private static final int MOST_COUNTED = 10;

    private final OktaClient okta;

    GroupRuleTools(OktaClient okta) {
        this.okta = okta;
    }

    @ReadTool(
            name = "list_group_rules",
            title = "List group rules",
            uses = "listGroupRules",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns group rules with id, name, status, condition and the groups that they"
                            + " fill, by id and name, a page at a time.")
    Page listGroupRules(
            @McpToolParam(description = "A word of a rule's name, for example contractors")
                    @Nullable String search,
            PageRequest page) {
        return okta.page("listGroupRules", Arguments.of("search", search, "expand", NAMES), page);
    }

    @ReadTool(
            name = "get_group_rule",
            title = "Get group rule",
            uses = "getGroupRule",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns one group rule: status ACTIVE, INACTIVE or INVALID, condition, and the"
                            + " groups that it fills, by id and name.")
    ObjectNode getGroupRule(@McpToolParam(description = RULE) String groupRuleId) {
        return okta.call("getGroupRule", Map.of("groupRuleId", groupRuleId, "expand", NAMES));
    }

    @ChangeTool(
            name = "create_group_rule",
            title = "Create group rule",
            uses = "createGroupRule",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the new group rule, which is INACTIVE: nobody is put anywhere until"
                            + " activate_group_rule.")
    ObjectNode createGroupRule(
            @McpToolParam(description = "At most 50 characters, for example Sales by department")
                    String name,
            @McpToolParam(
                            description =
                                    "Whom it is for, in Okta's expression language. Example:"
                                            + " user.department == \"Sales\"")
                    String expression,
            @McpToolParam(
                            description =
                                    "Ids of the groups to fill, each an OKTA_GROUP, for example"
                                            + " [\"00g1emaKYZTWRYYRRTSK\"]; can't be changed later")
                    List<String> groupIds,
            @McpToolParam(
                            description =
                                    "Ids of users to leave out, for example"
                                            + " [\"00ub0oNGTSWTBKOLGLNR\"]")
                    @Nullable List<String> excludedUserIds) {
        var condition = Map.of("type", "urn:okta:expression:1.0", "value", expression);
        var excluded = excludedUserIds == null ? List.of() : excludedUserIds;
        var people = Map.of("users", Map.of("exclude", excluded));
        var rule =
                Map.of(
                        "type",
                        "group_rule",
                        "name",
                        name,
                        "conditions",
                        Map.of("expression", condition, "people", people),
                        "actions",
                        Map.of("assignUserToGroups", Map.of("groupIds", groupIds)));
        return okta.call("createGroupRule", Map.of("body", rule));
    }

    @ChangeTool(
            name = "activate_group_rule",
            title = "Activate group rule",
            uses = "activateGroupRule",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a confirmation that a group rule is now ACTIVE: Okta puts everybody"
                        + " whom it is for into its groups, now and in future. In a large org that"
                        + " takes minutes.")
    Done activateGroupRule(@McpToolParam(description = RULE) String groupRuleId) {
        okta.call("activateGroupRule", Map.of("groupRuleId", groupRuleId));
        return new Done("Group rule %s is active.".formatted(groupRuleId));
    }

    @ChangeTool(
            name = "deactivate_group_rule",
            title = "Deactivate group rule",
            uses = "deactivateGroupRule",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a confirmation that a group rule is now INACTIVE: it puts nobody into"
                            + " groups any more. Does not take out those whom it put there.")
    Done deactivateGroupRule(@McpToolParam(description = RULE) String groupRuleId) {
        okta.call("deactivateGroupRule", Map.of("groupRuleId", groupRuleId));
        return new Done("Group rule %s is inactive.".formatted(groupRuleId));
    }

    @DestroyTool(
            name = "delete_group_rule",
            title = "Delete group rule",
            uses = "deleteGroupRule",
            optional = {"getGroupRule", GroupReach.MEMBERS},
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a confirmation that an INACTIVE group rule is gone; Okta finishes it"
                            + " a little later. Those whom it put into groups stay there unless"
                            + " remove_users is true. A human is asked first.")
    Done deleteGroupRule(
            @McpToolParam(description = RULE) String groupRuleId,
            @McpToolParam(
                            description =
                                    "Whether those whom it put into groups are taken out, for"
                                            + " example true; false unless given")
                    @Nullable Boolean removeUsers) {
        var arguments = Arguments.of("groupRuleId", groupRuleId, "removeUsers", removeUsers);
        okta.call("deleteGroupRule", arguments);
        return new Done("Group rule %s is being deleted.".formatted(groupRuleId));
    }

    @PreviewOf("delete_group_rule")
    Preview ofDelete(Preview found, String groupRuleId, @Nullable Boolean removeUsers) {
        var removes = Boolean.TRUE.equals(removeUsers);
        var told =
                removes
                        ? found.reach("Those whom it put into its groups are taken out of them.")
                                .undo("Can't be undone: a new rule would fill the groups anew.")
                        : found.reach("Those whom it put into its groups stay in them.")
                                .undo("create_group_rule can make the same rule again.");
        return new Reach(okta)
                .with(
                        told,
                        "getGroupRule",
                        Map.of("groupRuleId", groupRuleId, "expand", NAMES),
                        this::withGroups);
    }

    /// Okta does not tell whom of a group's members a rule put there.
    private Preview withGroups(Preview found, JsonNode rule) {
        var groups = rule.at("/actions/assignUserToGroups/groupIds");
        var told = found;
        for (var group : groups.valueStream().limit(MOST_COUNTED).toList()) {
            var id = group.asString("");
            var name = rule.path("_embedded").path(NAMES).path(id).asString("");
            var sentence = "Members of %s (%s), which it fills: ".formatted(name, id) + "%s.";
            var ofGroup = Map.of("groupId", id);
            told = new Reach(okta).counted(told, sentence, GroupReach.MEMBERS, ofGroup);
        }
        var more = groups.size() - MOST_COUNTED;
        return more > 0 ? told.reach("It fills %d more groups.".formatted(more)) : told;
    }
}
