package dev.oktamcp.toolset;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.tool.DestroyTool;
import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;

import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.annotation.McpToolParam;

/// Where people are signed in.
@ToolsOf(Toolset.SESSIONS)
final class SessionTools {

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
}
