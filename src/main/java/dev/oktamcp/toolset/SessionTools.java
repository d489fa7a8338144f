package dev.oktamcp.toolset;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.okta.Page;
import dev.oktamcp.okta.PageRequest;
import dev.oktamcp.tool.DestroyTool;
import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.ReadTool;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;

import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.annotation.McpToolParam;

import tools.jackson.databind.node.ObjectNode;

import java.util.Map;

/// Where people are signed in.
@ToolsOf(Toolset.SESSIONS)
final class SessionTools {

    private static final String SESSION = "Session id, for example 102HWTxbVOvT6C2Rz2e7pB7Hw";

    private final OktaClient okta;

    SessionTools(OktaClient okta) {
        this.okta = okta;
    }

    @DestroyTool(
            name = "revoke_user_sessions",
            title = "Sign a user out everywhere",
            uses = "revokeUserSessions",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a confirmation that all of a user's Okta sessions have ended: the next"
                            + " use of Okta asks to sign in again. Does not end sessions that apps"
                            + " keep themselves, and stops nobody from signing in; suspend_user"
                            + " does. A human is asked first.")
    Done revokeUserSessions(
            @McpToolParam(description = UserTools.USER_ID) String userId,
            @McpToolParam(
                            description =
                                    "Whether the tokens that apps hold for the user are revoked"
                                            + " too, for example true; false unless given")
                    @Nullable Boolean oauthTokens) {
        okta.call("revokeUserSessions", Arguments.of("userId", userId, "oauthTokens", oauthTokens));
        return new Done("User %s is signed out everywhere.".formatted(userId));
    }

    @ReadTool(
            name = "get_session",
            title = "Get session",
            uses = "getSession",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns one session of Okta: whose it is, status, how they signed in, and when"
                            + " it expires. Okta has no list of sessions; get_logs finds sign-ins.")
    ObjectNode getSession(@McpToolParam(description = SESSION) String sessionId) {
        return okta.call("getSession", Map.of("sessionId", sessionId));
    }

    @DestroyTool(
            name = "revoke_session",
            title = "End one session",
            uses = "revokeSession",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a confirmation that one session of Okta has ended; the person's other"
                            + " sessions stay. To end all, use revoke_user_sessions. A human is"
                            + " asked first.")
    Done revokeSession(@McpToolParam(description = SESSION) String sessionId) {
        okta.call("revokeSession", Map.of("sessionId", sessionId));
        return new Done("The session has ended.");
    }

    @ReadTool(
            name = "list_user_grants",
            title = "List what a user has consented to",
            uses = "listUserGrants",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the scopes that a user has consented to, each with the app and the"
                            + " authorization server, a page at a time. Does not return tokens.")
    Page listUserGrants(
            @McpToolParam(description = UserTools.USER_ID) String userId, PageRequest page) {
        return okta.page("listUserGrants", Map.of("userId", userId), page);
    }
}
