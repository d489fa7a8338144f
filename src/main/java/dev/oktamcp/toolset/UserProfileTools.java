package dev.oktamcp.toolset;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.tool.ChangeTool;
import dev.oktamcp.tool.DestroyTool;
import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;

import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.annotation.McpToolParam;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;

/// New people, and what their profiles say. No password passes through here: people set their own.
@ToolsOf(Toolset.USERS)
final class UserProfileTools {

    private static final String WHOLE_PROFILE =
            "All attributes by name; login, email, firstName and lastName are required."
                    + " get_user_profile_attributes names the others. Example: {\"login\":"
                    + " \"ada@example.com\", \"email\": \"ada@example.com\", \"firstName\":"
                    + " \"Ada\", \"lastName\": \"Lovelace\"}";

    private final OktaClient okta;

    UserProfileTools(OktaClient okta) {
        this.okta = okta;
    }

    @ChangeTool(
            name = "create_user",
            title = "Create user",
            uses = "createUser",
            description =
                    "Returns the new user: PROVISIONED, with an email by which the person sets a"
                            + " password, or STAGED where activate is false. Takes no password.")
    ObjectNode createUser(
            @McpToolParam(description = WHOLE_PROFILE) Map<String, Object> profile,
            @McpToolParam(
                            description =
                                    "Whether the account begins at once; true unless given. With"
                                            + " false it waits for activate_user")
                    @Nullable Boolean activate,
            @McpToolParam(
                            description =
                                    "Ids of groups to join, for example [\"00g1emaKYZTWRYYRRTSK\"]")
                    @Nullable List<String> groupIds,
            @McpToolParam(
                            description =
                                    "User type id, as list_user_types returns it, for example"
                                        + " otyfnjfba4ye7pgjB0g4; the default type unless given")
                    @Nullable String userTypeId) {
        var type = userTypeId == null ? null : Map.of("id", userTypeId);
        var user = Arguments.of("profile", profile, "groupIds", groupIds, "type", type);
        return okta.call("createUser", Arguments.of("activate", activate, "body", user));
    }

    @ChangeTool(
            name = "update_user",
            title = "Update user",
            uses = "updateUser",
            description =
                    "Returns a user with the given attributes changed; all others stay. Does not"
                            + " change groups, status or password.")
    ObjectNode updateUser(
            @McpToolParam(description = UserTools.USER) String userId,
            @McpToolParam(
                            description =
                                    "The attributes to change; null clears one. Example:"
                                            + " {\"department\": \"Sales\", \"title\": null}")
                    Map<String, Object> profile) {
        return okta.call("updateUser", Map.of("id", userId, "body", Map.of("profile", profile)));
    }

    @DestroyTool(
            name = "replace_user",
            title = "Replace user's profile",
            uses = "replaceUser",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a user with exactly the given profile: every attribute that is not"
                            + " given is deleted. A human is asked first. To change a few"
                            + " attributes, use update_user.")
    ObjectNode replaceUser(
            @McpToolParam(description = UserTools.USER) String userId,
            @McpToolParam(description = WHOLE_PROFILE) Map<String, Object> profile) {
        return okta.call("replaceUser", Map.of("id", userId, "body", Map.of("profile", profile)));
    }
}
