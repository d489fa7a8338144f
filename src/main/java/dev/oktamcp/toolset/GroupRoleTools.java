package dev.oktamcp.toolset;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.okta.Page;
import dev.oktamcp.okta.PageRequest;
import dev.oktamcp.tool.ChangeTool;
import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.Preview;
import dev.oktamcp.tool.PreviewOf;
import dev.oktamcp.tool.ReadTool;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;

import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.annotation.McpToolParam;

import tools.jackson.databind.node.ObjectNode;

import java.util.Map;

/// Groups whose members are administrators.
@ToolsOf(Toolset.ADMIN_ROLES)
final class GroupRoleTools {

    private final OktaClient okta;

    GroupRoleTools(OktaClient okta) {
        this.okta = okta;
    }

    @ReadTool(
            name = "list_group_roles",
            title = "List a group's admin roles",
            uses = "listGroupAssignedRoles",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the admin roles that a group gives to all its members, with type and"
                            + " status. Does not return which groups or apps a role is for.")
    Page listGroupRoles(
            @McpToolParam(description = GroupTools.GROUP) String groupId, PageRequest page) {
        return okta.page("listGroupAssignedRoles", Map.of("groupId", groupId), page);
    }

    @ChangeTool(
            name = "assign_group_role",
            title = "Make a group's members administrators",
            uses = "assignRoleToGroup",
            optional = "listGroupUsers",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the new assignment of an admin role to a group: all its members, now"
                            + " and in future, are administrators. Okta takes no built-in group and"
                            + " none that a group rule fills. A human is asked first.")
    ObjectNode assignGroupRole(
            @McpToolParam(description = GroupTools.GROUP) String groupId,
            @McpToolParam(description = AdminRole.TYPE) AdminRole role,
            @McpToolParam(description = AdminRole.CUSTOM_ROLE) @Nullable String customRoleId,
            @McpToolParam(description = AdminRole.RESOURCE_SET) @Nullable String resourceSetId) {
        var body = role.assigned(customRoleId, resourceSetId);
        return okta.call("assignRoleToGroup", Map.of("groupId", groupId, "body", body));
    }

    @ChangeTool(
            name = "unassign_group_role",
            title = "Take an admin role from a group",
            uses = "unassignRoleFromGroup",
            optional = "listGroupUsers",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a confirmation that an admin role is taken from a group, and with it"
                            + " from all members who have it through no other way. What it was"
                            + " limited to is lost with it. A human is asked first.")
    Done unassignGroupRole(
            @McpToolParam(description = GroupTools.GROUP) String groupId,
            @McpToolParam(description = AdminRole.ASSIGNMENT) String roleAssignmentId) {
        okta.call(
                "unassignRoleFromGroup",
                Map.of("groupId", groupId, "roleAssignmentId", roleAssignmentId));
        return new Done("Group %s has lost the role %s.".formatted(groupId, roleAssignmentId));
    }

    @PreviewOf("assign_group_role")
    Preview ofAssignment(Preview found, String groupId) {
        return withMembers(found, "Members who become administrators by it: %s.", groupId)
                .undo("unassign_group_role takes it back.");
    }

    @PreviewOf("unassign_group_role")
    Preview ofUnassignment(Preview found, String groupId) {
        return withMembers(found, "Members who had it by this group: %s.", groupId)
                .undo("assign_group_role gives it again, without what it was limited to.");
    }

    private Preview withMembers(Preview found, String sentence, String groupId) {
        var id = Map.of("groupId", groupId);
        return new Reach(okta).counted(found, sentence, "listGroupUsers", id);
    }
}
