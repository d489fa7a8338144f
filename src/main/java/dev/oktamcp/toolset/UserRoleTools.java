package dev.oktamcp.toolset;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.okta.Page;
import dev.oktamcp.okta.PageRequest;
import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.ReadTool;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;

import org.springframework.ai.mcp.annotation.McpToolParam;

import java.util.Map;

/// Who is an administrator.
@ToolsOf(Toolset.ADMIN_ROLES)
final class UserRoleTools {

    private final OktaClient okta;

    UserRoleTools(OktaClient okta) {
        this.okta = okta;
    }

    @ReadTool(
            name = "list_user_roles",
            title = "List a user's admin roles",
            uses = "listAssignedRolesForUser",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the admin roles of a user, with type and status; assignmentType says"
                            + " whether a role comes through a group. Without any, the user is no"
                            + " administrator. Does not return which groups or apps a role is for.")
    Page listUserRoles(
            @McpToolParam(description = UserTools.USER_ID) String userId, PageRequest page) {
        return okta.page("listAssignedRolesForUser", Map.of("userId", userId), page);
    }
}
