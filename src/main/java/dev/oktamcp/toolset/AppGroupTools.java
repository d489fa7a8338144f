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

import tools.jackson.databind.node.ObjectNode;

import java.util.LinkedHashMap;
import java.util.Map;

/// Which groups have an app. Groups that Okta pushes into an app are another thing.
@ToolsOf(Toolset.APP_ASSIGNMENTS)
final class AppGroupTools {

    private static final String PRIORITY =
            "Whose profile a member of several of the app's groups gets: 0 goes first. Example: 1";

    private final OktaClient okta;

    AppGroupTools(OktaClient okta) {
        this.okta = okta;
    }

    @ReadTool(
            name = "list_application_groups",
            title = "List an app's groups",
            uses = "listApplicationGroupAssignments",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the groups that give an app to their members, with group id and name,"
                            + " priority and app profile, a page at a time. Does not return the"
                            + " members; list_application_users does.")
    Page listApplicationGroups(
            @McpToolParam(description = Applications.APP) String appId,
            @McpToolParam(description = "Beginning of a group's name, for example Eng")
                    @Nullable String q,
            PageRequest page) {
        return okta.page(
                "listApplicationGroupAssignments",
                Arguments.of("appId", appId, "q", q, "expand", "group"),
                page);
    }

    @ChangeTool(
            name = "assign_group_to_application",
            title = "Assign group to app",
            uses = {"getApplicationGroupAssignment", "assignGroupToApplication"},
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the new assignment: every member of the group, now and in future, has"
                        + " the app. A group that has it already is left as it is, and the answer"
                        + " says so; update_application_group changes its priority and profile.")
    ObjectNode assignGroupToApplication(
            @McpToolParam(description = Applications.APP) String appId,
            @McpToolParam(description = GroupTools.GROUP) String groupId,
            @McpToolParam(description = PRIORITY + "; the next one unless given")
                    @Nullable Integer priority,
            @McpToolParam(
                            description =
                                    "Attributes in the app that members get, for example"
                                            + " {\"role\": \"Editor\"}")
                    @Nullable Map<String, Object> profile) {
        var ids = Map.of("appId", appId, "groupId", groupId);
        if (IfThere.read(() -> okta.call("getApplicationGroupAssignment", ids)).isPresent()) {
            throw Refusal.nothingChanged(
                    "group %s has app %s already. update_application_group changes its priority and profile."
                            .formatted(groupId, appId));
        }
        return assign(ids, Arguments.of("priority", priority, "profile", profile));
    }

    private ObjectNode assign(Map<String, String> ids, Map<String, Object> assignment) {
        var arguments = new LinkedHashMap<String, Object>(ids);
        arguments.put("body", assignment);
        return okta.call("assignGroupToApplication", arguments);
    }

    @ChangeTool(
            name = "update_application_group",
            title = "Update an app's group",
            uses = {"getApplicationGroupAssignment", "assignGroupToApplication"},
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a group's assignment to an app with another priority or a changed app"
                        + " profile for its members. What is not given stays: the assignment is"
                        + " read first, since Okta replaces it whole. Does not change the group.")
    ObjectNode updateApplicationGroup(
            @McpToolParam(description = Applications.APP) String appId,
            @McpToolParam(description = GroupTools.GROUP) String groupId,
            @McpToolParam(description = PRIORITY) @Nullable Integer priority,
            @McpToolParam(
                            description =
                                    "The attributes to change; null clears one. Example:"
                                            + " {\"role\": \"Editor\"}")
                    @Nullable Map<String, Object> profile) {
        var ids = Map.of("appId", appId, "groupId", groupId);
        var now = okta.call("getApplicationGroupAssignment", ids);
        var changed = Merged.of(now, Arguments.of("priority", priority, "profile", profile));
        var priorityNow = changed.path("priority").isNumber() ? changed.path("priority") : null;
        return assign(
                ids, Arguments.of("priority", priorityNow, "profile", changed.path("profile")));
    }

    @DestroyTool(
            name = "unassign_group_from_application",
            title = "Unassign group from app",
            uses = "unassignApplicationFromGroup",
            optional = "listGroupUsers",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a confirmation that a group does not give an app any more: its members"
                            + " lose it, with their app profiles, unless they have it directly or"
                            + " through another group. Members and group stay as they are. A human"
                            + " is asked first.")
    Done unassignGroupFromApplication(
            @McpToolParam(description = Applications.APP) String appId,
            @McpToolParam(description = GroupTools.GROUP) String groupId) {
        okta.call("unassignApplicationFromGroup", Map.of("appId", appId, "groupId", groupId));
        return new Done("Group %s does not give app %s any more.".formatted(groupId, appId));
    }

    @PreviewOf("unassign_group_from_application")
    Preview ofUnassign(Preview found, String groupId) {
        var members = "People who lose the app, unless they have it in another way: %s.";
        return new Reach(okta)
                .counted(found, members, "listGroupUsers", Map.of("groupId", groupId))
                .undo("assign_group_to_application gives it again; app profiles stay lost.");
    }
}
