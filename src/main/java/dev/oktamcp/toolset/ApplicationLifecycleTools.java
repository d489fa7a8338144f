package dev.oktamcp.toolset;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.tool.ChangeTool;
import dev.oktamcp.tool.DestroyTool;
import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.Preview;
import dev.oktamcp.tool.PreviewOf;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;

import org.springframework.ai.mcp.annotation.McpToolParam;

import java.util.Map;

/// What becomes of apps, up to their end.
@ToolsOf(Toolset.APPS)
final class ApplicationLifecycleTools {

    private final OktaClient okta;
    private final Applications applications;

    ApplicationLifecycleTools(OktaClient okta) {
        this.okta = okta;
        this.applications = new Applications(okta);
    }

    @DestroyTool(
            name = "delete_application",
            title = "Delete app",
            uses = {"getApplication", "deleteApplication"},
            optional = "listApplicationUsers",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a confirmation that an INACTIVE app is gone for good, with its"
                            + " settings, assignments and certificates. A human is asked first. An"
                            + " ACTIVE app is not deleted: deactivate_application comes first.")
    Done deleteApplication(@McpToolParam(description = Applications.APP) String appId) {
        var app = applications.get(appId);
        if (Applications.isActive(app)) {
            throw Refusal.nothingChanged(
                    "app %s (%s) is ACTIVE, and only an INACTIVE app is deleted. Use deactivate_application first."
                            .formatted(appId, Applications.label(app)));
        }
        okta.call("deleteApplication", Map.of("appId", appId));
        return new Done("App %s (%s) is deleted.".formatted(appId, Applications.label(app)));
    }

    @ChangeTool(
            name = "activate_application",
            title = "Activate app",
            uses = "activateApplication",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a confirmation that an INACTIVE app is ACTIVE again: whoever it is"
                            + " assigned to, directly or by a group, can use it.")
    Done activateApplication(@McpToolParam(description = Applications.APP) String appId) {
        okta.call("activateApplication", Map.of("appId", appId));
        return new Done("App %s is active.".formatted(appId));
    }

    @DestroyTool(
            name = "deactivate_application",
            title = "Deactivate app",
            uses = "deactivateApplication",
            optional = "listApplicationUsers",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a confirmation that an app is now INACTIVE: nobody can sign in to it,"
                        + " and Okta goes through the assignments that its groups made. A human is"
                        + " asked first. To take it from some people only, use"
                        + " unassign_user_from_application or unassign_group_from_application.")
    Done deactivateApplication(@McpToolParam(description = Applications.APP) String appId) {
        okta.call("deactivateApplication", Map.of("appId", appId));
        return new Done("App %s is inactive.".formatted(appId));
    }

    @PreviewOf("delete_application")
    Preview ofDelete(Preview found, String appId) {
        return applications
                .counted(found, "People whose app profile is deleted with it: %s.", appId)
                .undo("Can't be undone.");
    }

    @PreviewOf("deactivate_application")
    Preview ofDeactivate(Preview found, String appId) {
        return applications
                .counted(found, "People who lose this app: %s.", appId)
                .undo("activate_application brings it back, but not every app profile.");
    }
}
