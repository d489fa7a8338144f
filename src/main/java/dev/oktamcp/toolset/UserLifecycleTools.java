package dev.oktamcp.toolset;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.tool.ChangeTool;
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

/// What becomes of accounts, from their activation to their deactivation. Links by which somebody
/// could sign in go to the person by email, or to a human by the page of secrets.
@ToolsOf(Toolset.LIFECYCLE)
final class UserLifecycleTools {

    static final String SEND_EMAIL =
            "Whether Okta emails the link; true unless given. With false it is not sent: secret_url"
                    + " leads a human to it, who hands it on";

    private final OktaClient okta;

    UserLifecycleTools(OktaClient okta) {
        this.okta = okta;
    }

    @ChangeTool(
            name = "activate_user",
            title = "Activate user",
            uses = "activateUser",
            description =
                    "Returns a confirmation that a STAGED or DEPROVISIONED user is activated:"
                        + " ACTIVE with a password, else PROVISIONED until the person sets one by a"
                        + " link. Okta emails it, or with send_email false a human gets it at"
                        + " secret_url; it is never shown here. For SUSPENDED, use unsuspend_user.")
    ObjectNode activateUser(
            @McpToolParam(description = UserTools.USER) String userId,
            @McpToolParam(description = SEND_EMAIL) @Nullable Boolean sendEmail) {
        var emails = sendEmail == null || sendEmail;
        var answer = okta.call("activateUser", Map.of("id", userId, "sendEmail", emails));
        return answer.put(
                "done",
                emails
                        ? "User %s is activated; Okta emails the link where a password is to be set."
                                .formatted(userId)
                        : "User %s is activated.".formatted(userId));
    }

    @ChangeTool(
            name = "reactivate_user",
            title = "Reactivate user",
            uses = "reactivateUser",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a confirmation that Okta emails a PROVISIONED or RECOVERY user a new"
                            + " link, where the last one is lost or has expired; with send_email"
                            + " false a human gets it at secret_url. Does not change the status."
                            + " For DEPROVISIONED, use activate_user.")
    ObjectNode reactivateUser(
            @McpToolParam(description = UserTools.USER) String userId,
            @McpToolParam(description = SEND_EMAIL) @Nullable Boolean sendEmail) {
        var emails = sendEmail == null || sendEmail;
        var answer = okta.call("reactivateUser", Map.of("id", userId, "sendEmail", emails));
        return answer.put(
                "done",
                emails
                        ? "Okta emails user %s a new link.".formatted(userId)
                        : "Okta made user %s a new link.".formatted(userId));
    }

    @ChangeTool(
            name = "suspend_user",
            title = "Suspend user",
            uses = "suspendUser",
            description =
                    "Returns a confirmation that an ACTIVE user is now SUSPENDED: no sign-in,"
                            + " groups and apps kept, brought back by unsuspend_user. For someone"
                            + " who leaves for good, use deactivate_user.")
    Done suspendUser(@McpToolParam(description = UserTools.USER) String userId) {
        okta.call("suspendUser", Map.of("id", userId));
        return new Done("User %s is suspended.".formatted(userId));
    }

    @ChangeTool(
            name = "unsuspend_user",
            title = "Unsuspend user",
            uses = "unsuspendUser",
            description =
                    "Returns a confirmation that a SUSPENDED user is ACTIVE again, with the groups"
                            + " and apps of before. For LOCKED_OUT, use unlock_user.")
    Done unsuspendUser(@McpToolParam(description = UserTools.USER) String userId) {
        okta.call("unsuspendUser", Map.of("id", userId));
        return new Done("User %s is active again.".formatted(userId));
    }

    @ChangeTool(
            name = "unlock_user",
            title = "Unlock user",
            uses = "unlockUser",
            description =
                    "Returns a confirmation that a LOCKED_OUT user is ACTIVE again and can sign in"
                            + " with the same password. Where the password is forgotten, use"
                            + " reset_password. Not for users who come from Active Directory.")
    Done unlockUser(@McpToolParam(description = UserTools.USER) String userId) {
        okta.call("unlockUser", Map.of("id", userId));
        return new Done("User %s is unlocked.".formatted(userId));
    }

    @DestroyTool(
            name = "deactivate_user",
            title = "Deactivate user",
            uses = "deactivateUser",
            optional = {Belongings.APPS, Belongings.ROLES, UserReach.API_TOKENS},
            description =
                    "Returns a confirmation that Okta deactivates a user, who is DEPROVISIONED once"
                            + " that is through: no sign-in, and every app assignment is removed"
                            + " for good. A human is asked first. For a passing doubt, use"
                            + " suspend_user.")
    Done deactivateUser(@McpToolParam(description = UserTools.USER) String userId) {
        okta.call("deactivateUser", Map.of("id", userId));
        return new Done(
                "Okta deactivates user %s, who is DEPROVISIONED once that is through."
                        .formatted(userId));
    }

    @PreviewOf("deactivate_user")
    Preview ofDeactivation(Preview found, String userId) {
        var id = UserReach.idOf(found, userId);
        return new UserReach(okta)
                .ended(found, id, true)
                .undo("activate_user begins the account anew; apps have to be given anew.");
    }
}
