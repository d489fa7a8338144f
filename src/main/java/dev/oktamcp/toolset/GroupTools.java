package dev.oktamcp.toolset;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.okta.Page;
import dev.oktamcp.okta.PageRequest;
import dev.oktamcp.tool.ChangeTool;
import dev.oktamcp.tool.ReadTool;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;

import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.annotation.McpToolParam;

import java.util.Map;

/// Groups and who is in them.
@ToolsOf(Toolset.GROUPS)
final class GroupTools {

    private static final String GROUP = "Group id, for example 00g1emaKYZTWRYYRRTSK";

    private final OktaClient okta;

    GroupTools(OktaClient okta) {
        this.okta = okta;
    }

    @ReadTool(
            name = "list_groups",
            title = "List groups",
            uses = "listGroups",
            description =
                    "Returns groups with id, type and profile, a page at a time. Does not return"
                            + " members; list_group_users does.")
    Page listGroups(
            @McpToolParam(
                            description =
                                    "Expression over profile, type and dates. Example: type eq"
                                        + " \"OKTA_GROUP\" and profile.name sw \"Eng\". Operators:"
                                        + " eq gt lt sw co")
                    @Nullable String search,
            @McpToolParam(
                            description =
                                    "Match on id, type, lastUpdated or lastMembershipUpdated. Not"
                                        + " together with search. Example: type eq \"APP_GROUP\"")
                    @Nullable String filter,
            @McpToolParam(
                            description =
                                    "Beginning of a group's name, for example Eng; has no further"
                                            + " pages")
                    @Nullable String q,
            PageRequest page) {
        return okta.page(
                "listGroups", Arguments.of("search", search, "filter", filter, "q", q), page);
    }

    @ReadTool(
            name = "list_group_users",
            title = "List a group's members",
            uses = "listGroupUsers",
            description =
                    "Returns the members of a group with id, status and profile, a page at a time.")
    Page listGroupUsers(@McpToolParam(description = GROUP) String groupId, PageRequest page) {
        return okta.page("listGroupUsers", Map.of("groupId", groupId), page);
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
            @McpToolParam(description = GROUP) String groupId,
            @McpToolParam(description = "User id, for example 00ub0oNGTSWTBKOLGLNR")
                    String userId) {
        okta.call("assignUserToGroup", Map.of("groupId", groupId, "userId", userId));
        return new Done("User %s is a member of group %s.".formatted(userId, groupId));
    }
}
