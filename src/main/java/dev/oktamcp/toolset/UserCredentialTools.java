package dev.oktamcp.toolset;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.tool.DestroyTool;
import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.Preview;
import dev.oktamcp.tool.PreviewOf;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;

import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.annotation.McpToolParam;

import tools.jackson.databind.node.ObjectNode;

import java.util.Map;

/// What people sign in with, taken from them so that they set it anew. Links and passwords are in
/// what these tools return, and leave for the page of secrets alone.
@ToolsOf(Toolset.LIFECYCLE)
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
                        + " the user is in RECOVERY and can't sign in before. With send_email false"
                        + " a human gets the link at secret_url; it is never shown here. A human is"
                        + " asked first. For a lock-out alone, use unlock_user; for a password to"
                        + " read out, expire_password_with_temp_password.")
    ObjectNode resetPassword(
            @McpToolParam(description = UserTools.USER) String userId,
            @McpToolParam(description = UserLifecycleTools.SEND_EMAIL) @Nullable Boolean sendEmail,
            @McpToolParam(
                            description =
                                    "Whether the user's sessions end now, for example true; false"
                                            + " unless given")
                    @Nullable Boolean revokeSessions) {
        var emails = sendEmail == null || sendEmail;
        var answer =
                okta.call(
                        "resetPassword",
                        Arguments.of(
                                "id",
                                userId,
                                "sendEmail",
                                emails,
                                "revokeSessions",
                                revokeSessions));
        return answer.put(
                "done",
                emails
                        ? "Okta emails user %s a link to set a new password.".formatted(userId)
                        : "Okta made a link for user %s to set a new password.".formatted(userId));
    }

    @DestroyTool(
            name = "expire_password",
            title = "Expire password",
            uses = "expirePassword",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a confirmation that a user is PASSWORD_EXPIRED: at the next sign-in,"
                            + " with the password of now, a new one has to be chosen. Sends no"
                            + " email and gives no temporary password, as"
                            + " expire_password_with_temp_password does. A human is asked first."
                            + " For a forgotten password, use reset_password.")
    Done expirePassword(@McpToolParam(description = UserTools.USER) String userId) {
        okta.call("expirePassword", Map.of("id", userId));
        return new Done(
                "User %s has to choose a new password at the next sign-in.".formatted(userId));
    }

    @DestroyTool(
            name = "expire_password_with_temp_password",
            title = "Set a temporary password",
            uses = "expirePasswordWithTempPassword",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a confirmation that a user has a temporary password, to be changed at"
                        + " the next sign-in; the one of now is worthless. It is never shown here:"
                        + " a human opens it at secret_url, once, and reads it out to the person. A"
                        + " human is asked first. For a link by email, use reset_password.")
    ObjectNode expirePasswordWithTempPassword(
            @McpToolParam(description = UserTools.USER) String userId,
            @McpToolParam(
                            description =
                                    "Whether the user's sessions end now, for example true; false"
                                            + " unless given")
                    @Nullable Boolean revokeSessions) {
        return okta.call(
                        "expirePasswordWithTempPassword",
                        Arguments.of("id", userId, "revokeSessions", revokeSessions))
                .put("done", "User %s has a temporary password.".formatted(userId));
    }

    @DestroyTool(
            name = "reset_user_factors",
            title = "Reset all of a user's factors",
            uses = "resetFactors",
            optional = Belongings.FACTORS,
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a confirmation that all factors of a user are removed: the person sets"
                            + " up new ones at the next sign-in that asks for one. A human is asked"
                            + " first. For a single one, use unenroll_user_factor.")
    Done resetUserFactors(@McpToolParam(description = UserTools.USER) String userId) {
        okta.call("resetFactors", Map.of("id", userId));
        return new Done("User %s has no factors any more.".formatted(userId));
    }

    @PreviewOf("reset_user_factors")
    Preview ofFactors(Preview found, String userId) {
        var id = UserReach.idOf(found, userId);
        return new UserReach(okta)
                .factors(found, "Factors that are removed: %s.", id)
                .undo("Only the person can set them up again.");
    }
}
