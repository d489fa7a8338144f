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

import tools.jackson.databind.node.ObjectNode;

import java.util.Map;

/// Apps themselves; who has them, is for `AppUserTools` and `AppGroupTools`.
@ToolsOf(Toolset.APPS)
final class ApplicationTools {

    private final OktaClient okta;
    private final Applications applications;

    ApplicationTools(OktaClient okta) {
        this.okta = okta;
        this.applications = new Applications(okta);
    }

    @ReadTool(
            name = "list_applications",
            title = "List apps",
            uses = "listApplications",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the org's apps with id, label, name, status and sign-on mode, a page"
                            + " at a time. Does not return who has them: list_application_users,"
                            + " list_application_groups. For one person's apps, use"
                            + " list_user_apps.")
    Page listApplications(
            @McpToolParam(description = "Beginning of an app's label or name, for example Work")
                    @Nullable String q,
            @McpToolParam(
                            description =
                                    "Match on id, status, name, credentials.signing.kid or"
                                        + " settings.slo.enabled. Example: status eq \"INACTIVE\"")
                    @Nullable String filter,
            @McpToolParam(
                            description =
                                    "Whether apps that are not ACTIVE, but not deleted, are there"
                                            + " too, for example true")
                    @Nullable Boolean includeNonDeleted,
            PageRequest page) {
        return okta.page(
                "listApplications",
                Arguments.of("q", q, "filter", filter, "includeNonDeleted", includeNonDeleted),
                page);
    }

    @ReadTool(
            name = "get_application",
            title = "Get app",
            uses = "getApplication",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns one app whole: label, name, status, sign-on mode, visibility,"
                            + " credentials and settings. Does not return who has it, or its"
                            + " certificate: get_saml_metadata does.")
    ObjectNode getApplication(
            @McpToolParam(description = Applications.APP) String appId,
            @McpToolParam(
                            description =
                                    "Embeds one user's assignment, for example"
                                            + " user/00ub0oNGTSWTBKOLGLNR")
                    @Nullable String expand) {
        return okta.call("getApplication", Arguments.of("appId", appId, "expand", expand));
    }

    @ChangeTool(
            name = "create_application",
            title = "Create app",
            uses = "createApplication",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the new app, which nobody has yet: assign_group_to_application and"
                            + " assign_user_to_application give it. A client secret that Okta"
                            + " makes for it is not shown. A human is asked first.")
    ObjectNode createApplication(
            @McpToolParam(
                            description =
                                    "The app: label and signOnMode, with name and settings as the"
                                            + " mode needs them. Example: {\"name\": \"bookmark\","
                                            + " \"label\": \"Wiki\", \"signOnMode\": \"BOOKMARK\","
                                            + " \"settings\": {\"app\": {\"url\":"
                                            + " \"https://wiki.example.com\"}}}")
                    Map<String, Object> appConfig,
            @McpToolParam(
                            description =
                                    "Whether it can be used at once; true unless given. With false"
                                            + " it waits for activate_application")
                    @Nullable Boolean activate) {
        return okta.call(
                "createApplication", Arguments.of("activate", activate, "body", appConfig));
    }

    @DestroyTool(
            name = "update_application",
            title = "Update app",
            uses = {"getApplication", "replaceApplication"},
            optional = "listApplicationUsers",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns an app with the given properties changed, at any depth; all others"
                        + " stay, attribute statements too: the app is read first, since Okta"
                        + " replaces it whole. A human is asked first. Does not change status or"
                        + " who has it; update_saml_attribute_statements changes single"
                        + " statements.")
    ObjectNode updateApplication(
            @McpToolParam(description = Applications.APP) String appId,
            @McpToolParam(
                            description =
                                    "The properties to change; null clears one, a list takes the"
                                        + " place of the old list. Example: {\"label\": \"Wiki\","
                                        + " \"visibility\": {\"hide\": {\"web\": true}}}")
                    Map<String, Object> appConfig) {
        Applications.check(appConfig);
        return applications.replace(appId, Merged.of(applications.get(appId), appConfig));
    }

    @PreviewOf("update_application")
    Preview ofUpdate(Preview found, String appId) {
        return applications.counted(found, "People who have this app: %s.", appId);
    }
}
