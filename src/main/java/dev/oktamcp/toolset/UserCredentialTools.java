package dev.oktamcp.toolset;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.tool.DestroyTool;
import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;

import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.annotation.McpToolParam;

import java.util.Map;

/// What people sign in with, taken from them so that they set it anew. No link and no password
/// comes back from here.
@ToolsOf(Toolset.USERS)
final class UserCredentialTools {

    private final OktaClient okta;

    UserCredentialTools(OktaClient okta) {
        this.okta = okta;
    }

    @DestroyTool(
            name = "reset_password",
            title = "Reset password",
            uses = "resetPassword",
            description =
                    "Returns a confirmation that Okta emails a user a link to set a new password;"
                        + " the user is in RECOVERY and can't sign in before. The link is not shown"
                        + " here. A human is asked first. For a lock-out alone, use unlock_user.")
    Done resetPassword(
            @McpToolParam(description = UserTools.USER) String userId,
            @McpToolParam(
                            description =
                                    "Whether the user's sessions end now, for example true; false"
                                            + " unless given")
                    @Nullable Boolean revokeSessions) {
        okta.call(
                "resetPassword",
                Arguments.of("id", userId, "sendEmail", true, "revokeSessions", revokeSessions));
        return new Done("Okta emails user %s a link to set a new password.".formatted(userId));
    }

    @DestroyTool(
            name = "expire_password",
            title = "Expire password",
            uses = "expirePassword",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a confirmation that a user is PASSWORD_EXPIRED: at the next sign-in,"
                            + " with the password of now, a new one has to be chosen. Sends no"
                            + " email and gives no temporary password. A human is asked first. For"
                            + " a forgotten password, use reset_password.")
    Done expirePassword(@McpToolParam(description = UserTools.USER) String userId) {
        okta.call("expirePassword", Map.of("id", userId));
        return new Done(
                "User %s has to choose a new password at the next sign-in.".formatted(userId));
    }

    @DestroyTool(
            name = "reset_user_factors",
            title = "Reset all of a user's factors",
            uses = "resetFactors",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a confirmation that all factors of a user are removed: the person sets"
                            + " up new ones at the next sign-in that asks for one. A human is asked"
                            + " first. For a single one, use unenroll_user_factor.")
    Done resetUserFactors(@McpToolParam(description = UserTools.USER) String userId) {
        okta.call("resetFactors", Map.of("id", userId));
        return new Done("User %s has no factors any more.".formatted(userId));
    }
}
