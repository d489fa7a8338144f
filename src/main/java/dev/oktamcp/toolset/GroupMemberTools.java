package dev.oktamcp.toolset;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.okta.Page;
import dev.oktamcp.okta.PageRequest;
import dev.oktamcp.tool.ChangeTool;
import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.ReadTool;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;

import org.springframework.ai.mcp.annotation.McpToolParam;

import java.util.Map;

/// Who is in a group, who owns it, and what it gives.
@ToolsOf(Toolset.GROUPS)
final class GroupMemberTools {

    private static final String USER = "User id, for example 00ub0oNGTSWTBKOLGLNR";

    private final OktaClient okta;

    GroupMemberTools(OktaClient okta) {
        this.okta = okta;
    }

    @ReadTool(
            name = "list_group_users",
            title = "List a group's members",
            uses = "listGroupUsers",
            description =
                    "Returns the members of a group with id, status and profile, a page at a time.")
    Page listGroupUsers(
            @McpToolParam(description = GroupTools.GROUP) String groupId, PageRequest page) {
        return okta.page("listGroupUsers", Map.of("groupId", groupId), page);
    }

    @ReadTool(
            name = "list_group_apps",
            title = "List a group's apps",
            uses = "listAssignedApplicationsForGroup",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the apps that a group gives to its members, with id, label, status and"
                        + " sign-on mode, a page at a time. Does not return apps that members have"
                        + " in other ways.")
    Page listGroupApps(
            @McpToolParam(description = GroupTools.GROUP) String groupId, PageRequest page) {
        return okta.page("listAssignedApplicationsForGroup", Map.of("groupId", groupId), page);
    }

    @ReadTool(
            name = "list_group_owners",
            title = "List a group's owners",
            uses = "listGroupOwners",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the owners of a group, users and groups, with id, type and display"
                            + " name, a page at a time. Owners need not be members.")
    Page listGroupOwners(
            @McpToolParam(description = GroupTools.GROUP) String groupId, PageRequest page) {
        return okta.page("listGroupOwners", Map.of("groupId", groupId), page);
    }

    @ChangeTool(
            name = "add_user_to_group",
            title = "Add user to group",
            uses = "assignUserToGroup",
            description =
                    "Returns a confirmation that a user is now a member of an OKTA_GROUP, with all"
                        + " that membership gives. Does nothing where the user already is. Other"
                        + " types of group take members from their source.")
    Done addUserToGroup(
            @McpToolParam(description = GroupTools.GROUP) String groupId,
            @McpToolParam(description = USER) String userId) {
        okta.call("assignUserToGroup", Map.of("groupId", groupId, "userId", userId));
        return new Done("User %s is a member of group %s.".formatted(userId, groupId));
    }

    @ChangeTool(
            name = "remove_user_from_group",
            title = "Remove user from group",
            uses = "unassignUserFromGroup",
            description =
                    "Returns a confirmation that a user is no member of an OKTA_GROUP any more and"
                        + " has lost what it gave. Does nothing where the user was none. Whom an"
                        + " active group rule put there, Okta keeps there: change the rule.")
    Done removeUserFromGroup(
            @McpToolParam(description = GroupTools.GROUP) String groupId,
            @McpToolParam(description = USER) String userId) {
        okta.call("unassignUserFromGroup", Map.of("groupId", groupId, "userId", userId));
        return new Done("User %s is no member of group %s.".formatted(userId, groupId));
    }
}
