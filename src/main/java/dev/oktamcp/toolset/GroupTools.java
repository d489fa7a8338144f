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

import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.LinkedHashMap;
import java.util.Map;

/// Groups themselves; who is in them, is for `GroupMemberTools`.
@ToolsOf(Toolset.GROUPS)
final class GroupTools {

    static final String GROUP = "Group id, for example 00g1emaKYZTWRYYRRTSK";

    private static final String PROFILE =
            "The group's attributes: name, description, and what the org's group schema adds."
                    + " Example: {\"name\": \"Sales\", \"description\": \"Sells it\"}";

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
            name = "get_group",
            title = "Get group",
            uses = "getGroup",
            description =
                    "Returns one group: type, profile, and when the profile and the members last"
                            + " changed. Does not return members; list_group_users does.")
    ObjectNode getGroup(@McpToolParam(description = GROUP) String groupId) {
        return okta.call("getGroup", Map.of("groupId", groupId));
    }

    @ChangeTool(
            name = "create_group",
            title = "Create group",
            uses = "addGroup",
            description =
                    "Returns the new group, an OKTA_GROUP without members. Its name must be new in"
                            + " the org. add_user_to_group and create_group_rule give it members.")
    ObjectNode createGroup(@McpToolParam(description = PROFILE) Map<String, Object> profile) {
        return okta.call("addGroup", Map.of("body", Map.of("profile", profile)));
    }

    @ChangeTool(
            name = "update_group",
            title = "Update group",
            uses = {"getGroup", "replaceGroup"},
            exposure = Exposure.TOOLSET,
            description =
                    "Returns an OKTA_GROUP with a changed profile. The attributes that are given"
                        + " are set, null empties one, all others stay: the group is read first,"
                        + " since Okta replaces the whole profile. Does not change members.")
    ObjectNode updateGroup(
            @McpToolParam(description = GROUP) String groupId,
            @McpToolParam(
                            description =
                                    "The attributes to change, for example"
                                            + " {\"description\": \"Sales in Europe\"}")
                    Map<String, Object> profile) {
        var now = okta.call("getGroup", Map.of("groupId", groupId));
        var whole = new LinkedHashMap<String, Object>();
        now.path("profile").properties().forEach(e -> whole.put(e.getKey(), e.getValue()));
        whole.putAll(profile);
        whole.values().removeIf(value -> value == null || value instanceof NullNode);
        return okta.call(
                "replaceGroup", Map.of("groupId", groupId, "body", Map.of("profile", whole)));
    }

    @DestroyTool(
            name = "delete_group",
            title = "Delete group",
            uses = "deleteGroup",
            optional = {
                "listGroupUsers",
                "listAssignedApplicationsForGroup",
                "listGroupAssignedRoles",
                "listGroupRules"
            },
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a confirmation that an OKTA_GROUP is gone: its members lose what it"
                            + " gave them, and rules that fill it become INVALID. A human is asked"
                            + " first. The users themselves stay.")
    Done deleteGroup(@McpToolParam(description = GROUP) String groupId) {
        okta.call("deleteGroup", Map.of("groupId", groupId));
        return new Done("Group %s is deleted.".formatted(groupId));
    }

    @PreviewOf("delete_group")
    Preview ofDelete(Preview found, String groupId) {
        return new GroupReach(okta)
                .told(found, groupId)
                .undo("Can't be undone: a group of the same name would be another one.");
    }
}
