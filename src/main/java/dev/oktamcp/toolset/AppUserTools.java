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
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.Map;

/// Who has an app, and what the app knows of them.
@ToolsOf(Toolset.APP_ASSIGNMENTS)
final class AppUserTools {

    private static final String USER_NAME =
            "The user's name in the app, for example ada@wiki.example.com; Okta makes it by the"
                    + " app's template unless given";

    private final OktaClient okta;

    AppUserTools(OktaClient okta) {
        this.okta = okta;
    }

    @ReadTool(
            name = "list_application_users",
            title = "List an app's users",
            uses = "listApplicationUsers",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns who has an app, with user id, name in the app, scope (USER: assigned"
                        + " directly, GROUP: through a group), status and app profile, a page at a"
                        + " time. Does not tell which group; list_application_groups does.")
    Page listApplicationUsers(
            @McpToolParam(description = Applications.APP) String appId,
            @McpToolParam(
                            description =
                                    "Beginning of a user name, first name, last name or email, for"
                                            + " example ada")
                    @Nullable String q,
            PageRequest page) {
        return okta.page("listApplicationUsers", Arguments.of("appId", appId, "q", q), page);
    }

    @ReadTool(
            name = "get_application_user",
            title = "Get an app's user",
            uses = "getApplicationUser",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns one user's assignment to an app: scope (USER: directly, GROUP: through"
                            + " a group), status, name in the app and app profile. Does not return"
                            + " the profile in Okta; get_user does.")
    ObjectNode getApplicationUser(
            @McpToolParam(description = Applications.APP) String appId,
            @McpToolParam(description = UserTools.USER_ID) String userId) {
        return okta.call("getApplicationUser", Map.of("appId", appId, "userId", userId));
    }

    @ChangeTool(
            name = "assign_user_to_application",
            title = "Assign user to app",
            uses = "assignUserToApplication",
            optional = "getApplicationUser",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the new assignment: the user has the app directly, with scope USER."
                            + " Whoever has it already, directly or through a group, is left as"
                            + " they are, and the answer says so. For many people, use"
                            + " assign_group_to_application.")
    ObjectNode assignUserToApplication(
            @McpToolParam(description = Applications.APP) String appId,
            @McpToolParam(description = UserTools.USER_ID) String userId,
            @McpToolParam(
                            description =
                                    "Attributes in the app that no mapping fills, for example"
                                            + " {\"role\": \"Editor\"}; get_application_user_schema"
                                            + " names them")
                    @Nullable Map<String, Object> profile,
            @McpToolParam(description = USER_NAME) @Nullable String userName) {
        var ids = Map.of("appId", appId, "userId", userId);
        if (okta.allows("getApplicationUser")) {
            IfThere.read(() -> okta.call("getApplicationUser", ids))
                    .ifPresent(AppUserTools::refuseAgain);
        }
        var credentials = userName == null ? null : Map.of("userName", userName);
        var assignment =
                Arguments.of(
                        "id",
                        userId,
                        "scope",
                        "USER",
                        "profile",
                        profile,
                        "credentials",
                        credentials);
        return okta.call("assignUserToApplication", Map.of("appId", appId, "body", assignment));
    }

    private static void refuseAgain(JsonNode assignment) {
        throw Refusal.nothingChanged(
                isByGroup(assignment)
                        ? "the user has this app already, through a group."
                        : "the user has this app already, directly. update_application_user changes"
                                + " the app profile.");
    }

    private static boolean isByGroup(JsonNode assignment) {
        return "GROUP".equals(assignment.path("scope").asString(""));
    }

    @ChangeTool(
            name = "update_application_user",
            title = "Update an app's user",
            uses = {"getApplicationUser", "updateApplicationUser"},
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a user's assignment to an app with a changed app profile. The"
                        + " attributes that are given are set, all others stay: the assignment is"
                        + " read first. Does not change the profile in Okta; update_user does.")
    ObjectNode updateApplicationUser(
            @McpToolParam(description = Applications.APP) String appId,
            @McpToolParam(description = UserTools.USER_ID) String userId,
            @McpToolParam(
                            description =
                                    "The attributes to change; null clears one. Example:"
                                            + " {\"role\": \"Editor\"}")
                    Map<String, Object> profile) {
        var now = okta.call("getApplicationUser", Map.of("appId", appId, "userId", userId));
        var whole = JsonMapper.shared().createObjectNode();
        now.path("profile").properties().forEach(e -> whole.set(e.getKey(), e.getValue()));
        whole.setAll(JsonMapper.shared().<ObjectNode>valueToTree(profile));
        return okta.call(
                "updateApplicationUser",
                Map.of("appId", appId, "userId", userId, "body", Map.of("profile", whole)));
    }

    @DestroyTool(
            name = "unassign_user_from_application",
            title = "Unassign user from app",
            uses = "unassignUserFromApplication",
            optional = "getApplicationUser",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a confirmation that a user has no direct assignment to an app any"
                        + " more. The app profile is lost for good, and where the app is set so,"
                        + " the account there is deactivated. Whoever has the app through a group"
                        + " keeps it: remove_user_from_group is the way then. A human is asked"
                        + " first.")
    Done unassignUserFromApplication(
            @McpToolParam(description = Applications.APP) String appId,
            @McpToolParam(description = UserTools.USER_ID) String userId,
            @McpToolParam(
                            description =
                                    "Whether Okta emails the administrator about it, for example"
                                            + " true; false unless given")
                    @Nullable Boolean sendEmail) {
        var ids = Map.of("appId", appId, "userId", userId);
        if (okta.allows("getApplicationUser") && isByGroup(okta.call("getApplicationUser", ids))) {
            throw Refusal.nothingChanged(
                    "user %s has app %s through a group. Find it by list_application_groups, then use remove_user_from_group."
                            .formatted(userId, appId));
        }
        okta.call(
                "unassignUserFromApplication",
                Arguments.of("appId", appId, "userId", userId, "sendEmail", sendEmail));
        return new Done("User %s is not assigned to app %s.".formatted(userId, appId));
    }

    @PreviewOf("unassign_user_from_application")
    Preview ofUnassign(Preview found) {
        return found.reach("Where the app is set so, the account there is deactivated.")
                .undo("assign_user_to_application gives it again; the app profile stays lost.");
    }
}
