package dev.oktamcp.toolset;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.tool.Preview;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;

/// Reading and rewriting whole apps, for every tool that changes a part of one.
record Applications(OktaClient okta) {

    static final String APP =
            "App id, for example 0oa1gjh63g214q0Hq0g4; list_applications finds it by label";

    /// What Okta writes itself, and the policy's id, which stands in a link. The name stays: an app
    /// of the catalogue is of no kind without it.
    private static final String[] WRITTEN_BY_OKTA = {
        "id",
        "status",
        "created",
        "lastUpdated",
        "features",
        "orn",
        "accessPolicyId",
        "universalLogout"
    };

    ObjectNode get(String appId) {
        return okta.call("getApplication", Map.of("appId", appId));
    }

    /// @param changes to an app
    /// @throws dev.oktamcp.tool.ToolException where Okta would pass over one of them
    static void check(Map<String, Object> changes) {
        Refusal.ifNamed(
                changes,
                List.of(WRITTEN_BY_OKTA),
                "For status, use activate_application or deactivate_application; for the policy,"
                        + " call_change with assignApplicationPolicy.");
    }

    /// @param app as Okta has it, with changes
    ObjectNode replace(String appId, ObjectNode app) {
        var body = Whole.of(app, WRITTEN_BY_OKTA).body();
        body.path("settings").asObjectOpt().ifPresent(each -> each.remove("emOptInStatus"));
        return okta.call("replaceApplication", Map.of("appId", appId, "body", body));
    }

    /// @param sentence with `%s` for how many people have the app
    Preview counted(Preview found, String sentence, String appId) {
        var ofApp = Map.of("appId", appId);
        return new Reach(okta).counted(found, sentence, "listApplicationUsers", ofApp);
    }

    static String label(JsonNode app) {
        return app.path("label").asString("");
    }

    static boolean isActive(JsonNode app) {
        return "ACTIVE".equals(app.path("status").asString(""));
    }
}
