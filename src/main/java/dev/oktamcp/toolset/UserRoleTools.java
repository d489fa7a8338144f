package dev.oktamcp.toolset;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.okta.Page;
import dev.oktamcp.okta.PageRequest;
import dev.oktamcp.tool.ChangeTool;
import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.ReadTool;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;

import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.annotation.McpToolParam;

import tools.jackson.databind.node.ObjectNode;

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

    @ChangeTool(
            name = "assign_user_role",
            title = "Make a user an administrator",
            uses = "assignRoleToUser",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the new assignment of an admin role to a user, for the whole org; a"
                        + " custom role is for its resource set. Give no more than was asked for:"
                        + " HELP_DESK_ADMIN resets passwords, SUPER_ADMIN does all. A human is"
                        + " asked first.")
    ObjectNode assignUserRole(
            @McpToolParam(description = UserTools.USER_ID) String userId,
            @McpToolParam(description = AdminRole.TYPE) AdminRole role,
            @McpToolParam(description = AdminRole.CUSTOM_ROLE) @Nullable String customRoleId,
            @McpToolParam(description = AdminRole.RESOURCE_SET) @Nullable String resourceSetId) {
        var body = role.assigned(customRoleId, resourceSetId);
        return okta.call("assignRoleToUser", Map.of("userId", userId, "body", body));
    }

    @ChangeTool(
            name = "unassign_user_role",
            title = "Take an admin role from a user",
            uses = "unassignRoleFromUser",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a confirmation that an admin role is taken from a user. What it was"
                        + " limited to is lost with it. A role that comes through a group stays:"
                        + " use unassign_group_role or remove_user_from_group. A human is asked"
                        + " first.")
    Done unassignUserRole(
            @McpToolParam(description = UserTools.USER_ID) String userId,
            @McpToolParam(description = AdminRole.ASSIGNMENT) String roleAssignmentId) {
        okta.call(
                "unassignRoleFromUser",
                Map.of("userId", userId, "roleAssignmentId", roleAssignmentId));
        return new Done("User %s has lost the role %s.".formatted(userId, roleAssignmentId));
    }
}
