package dev.oktamcp.toolset;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.tool.DestroyTool;
import dev.oktamcp.tool.FailureCode;
import dev.oktamcp.tool.Preview;
import dev.oktamcp.tool.PreviewOf;
import dev.oktamcp.tool.ToolException;
import dev.oktamcp.tool.ToolResult;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;

import org.springframework.ai.mcp.annotation.McpToolParam;

import java.util.Map;

/// The end of accounts. Okta counts it among what is done with users, not among their life cycle.
@ToolsOf(Toolset.USERS)
final class UserDeletionTools {

    private final OktaClient okta;

    UserDeletionTools(OktaClient okta) {
        this.okta = okta;
    }

    /// Okta takes a first DELETE of any other user for a deactivation, so the status is read
    /// before. The id comes from that answer: a short login could mean somebody else a moment
    /// later.
    @DestroyTool(
            name = "delete_deactivated_user",
            title = "Delete deactivated user",
            uses = {"getUser", "deleteUser"},
            optional = {Belongings.APPS, Belongings.GROUPS, Belongings.ROLES},
            description =
                    "Returns a confirmation that a DEPROVISIONED user is deleted, with all that"
                        + " Okta knew of the person. A human is asked first. Deletes nobody in any"
                        + " other status: deactivate_user comes first.")
    Done deleteDeactivatedUser(@McpToolParam(description = UserTools.USER) String userId) {
        var user = okta.call("getUser", Map.of("id", userId));
        var status = user.path("status").asString("");
        if (!"DEPROVISIONED".equals(status)) {
            throw notDeactivated(userId, status);
        }
        okta.call("deleteUser", Map.of("id", user.path("id").asString("")));
        return new Done("User %s is deleted.".formatted(userId));
    }

    private static ToolException notDeactivated(String userId, String status) {
        return new ToolException(
                ToolResult.Failure.of(
                        FailureCode.INVALID_ARGUMENTS,
                        "Nothing was changed: user %s is %s, and only a DEPROVISIONED user is deleted. Use deactivate_user first."
                                .formatted(userId, status)));
    }

    @PreviewOf("delete_deactivated_user")
    Preview ofDelete(Preview found, String userId) {
        var id = UserReach.idOf(found, userId);
        var reach = new UserReach(okta);
        var apps = reach.apps(found, "Apps on the dashboard that the person still has: %s.", id);
        var groups = reach.groups(apps, "Groups that the person is in: %s.", id);
        return reach.roles(groups, id)
                .undo("Can't be undone: the same person again would be another user.");
    }
}
