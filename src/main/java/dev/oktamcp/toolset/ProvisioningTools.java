package dev.oktamcp.toolset;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.okta.Page;
import dev.oktamcp.okta.PageRequest;
import dev.oktamcp.tool.ChangeTool;
import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.ReadTool;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;

import org.springframework.ai.mcp.annotation.McpToolParam;

import tools.jackson.databind.node.ObjectNode;

import java.util.Map;

/// Accounts that Okta makes in an app, or takes from it.
@ToolsOf(Toolset.APPS)
final class ProvisioningTools {

    /// What Okta can do to the people of an app.
    enum Feature {
        USER_PROVISIONING,
        INBOUND_PROVISIONING
    }

    private static final String FEATURE =
            "USER_PROVISIONING: from Okta to the app; INBOUND_PROVISIONING: imports from it";

    private final OktaClient okta;

    ProvisioningTools(OktaClient okta) {
        this.okta = okta;
    }

    @ReadTool(
            name = "list_application_features",
            title = "List an app's features",
            uses = "listFeaturesForApplication",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the provisioning features of an app, each with status and"
                            + " capabilities. None where the app can't be provisioned, or its"
                            + " connection is not ENABLED; get_provisioning_connection tells.")
    Page listApplicationFeatures(
            @McpToolParam(description = Applications.APP) String appId, PageRequest page) {
        return okta.page("listFeaturesForApplication", Map.of("appId", appId), page);
    }

    @ReadTool(
            name = "get_application_feature",
            title = "Get an app's feature",
            uses = "getFeatureForApplication",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns one provisioning feature of an app: status, and for each capability,"
                        + " such as creating accounts, updating profiles or deactivating, whether"
                        + " it is on.")
    ObjectNode getApplicationFeature(
            @McpToolParam(description = Applications.APP) String appId,
            @McpToolParam(description = FEATURE) Feature featureName) {
        return okta.call("getFeatureForApplication", feature(appId, featureName));
    }

    private static Map<String, Object> feature(String appId, Feature feature) {
        return Map.of("appId", appId, "featureName", feature.name());
    }

    @ChangeTool(
            name = "update_application_feature",
            title = "Update an app's feature",
            uses = {"getFeatureForApplication", "updateFeatureForApplication"},
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a provisioning feature of an app with the given capabilities changed;"
                            + " all others stay: the feature is read first. Takes effect for the"
                            + " next change of each user. Does not change the connection.")
    ObjectNode updateApplicationFeature(
            @McpToolParam(description = Applications.APP) String appId,
            @McpToolParam(description = FEATURE) Feature featureName,
            @McpToolParam(
                            description =
                                    "The capabilities to change. Example: {\"update\":"
                                        + " {\"lifecycleDeactivate\": {\"status\": \"ENABLED\"}}}")
                    Map<String, Object> capabilities) {
        var now = okta.call("getFeatureForApplication", feature(appId, featureName));
        var whole = Merged.of(now.path("capabilities"), capabilities);
        return okta.call(
                "updateFeatureForApplication",
                Map.of("appId", appId, "featureName", featureName.name(), "body", whole));
    }

    @ReadTool(
            name = "get_provisioning_connection",
            title = "Get provisioning connection",
            uses = "getDefaultProvisioningConnectionForApplication",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns by what Okta reaches an app to make accounts there: status ENABLED,"
                            + " DISABLED or UNKNOWN (the app can't be provisioned), and the kind of"
                            + " credentials. Does not return the credentials themselves.")
    ObjectNode getProvisioningConnection(
            @McpToolParam(description = Applications.APP) String appId) {
        return okta.call("getDefaultProvisioningConnectionForApplication", Map.of("appId", appId));
    }

    @ChangeTool(
            name = "activate_provisioning_connection",
            title = "Activate provisioning connection",
            uses = "activateDefaultProvisioningConnectionForApplication",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a confirmation that an app's provisioning connection, which is set up"
                            + " already, is ENABLED: the features that are on take effect again. A"
                            + " human is asked first.")
    Done activateProvisioningConnection(
            @McpToolParam(description = Applications.APP) String appId) {
        okta.call("activateDefaultProvisioningConnectionForApplication", Map.of("appId", appId));
        return new Done("The provisioning connection of app %s is enabled.".formatted(appId));
    }

    @ChangeTool(
            name = "deactivate_provisioning_connection",
            title = "Deactivate provisioning connection",
            uses = "deactivateDefaultProvisioningConnectionForApplication",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a confirmation that an app's provisioning connection is DISABLED:"
                        + " nothing is made, changed or deactivated in the app any more, also when"
                        + " somebody leaves. Settings stay. A human is asked first.")
    Done deactivateProvisioningConnection(
            @McpToolParam(description = Applications.APP) String appId) {
        okta.call("deactivateDefaultProvisioningConnectionForApplication", Map.of("appId", appId));
        return new Done("The provisioning connection of app %s is disabled.".formatted(appId));
    }
}
