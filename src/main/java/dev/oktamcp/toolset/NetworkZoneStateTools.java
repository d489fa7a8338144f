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

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Map;

/// Network zones switched on and off, and deleted.
@ToolsOf(Toolset.ZONES)
final class NetworkZoneStateTools {

    private final OktaClient okta;

    NetworkZoneStateTools(OktaClient okta) {
        this.okta = okta;
    }

    @ChangeTool(
            name = "activate_network_zone",
            title = "Activate network zone",
            uses = "activateNetworkZone",
            optional = RulesNaming.POLICIES,
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the network zone, which is now ACTIVE: rules that name it see it"
                            + " again, and a BLOCKLIST zone blocks. A human is asked first.")
    ObjectNode activateNetworkZone(
            @McpToolParam(description = NetworkZoneTools.ZONE) String zoneId) {
        return okta.call("activateNetworkZone", Map.of("zoneId", zoneId));
    }

    @DestroyTool(
            name = "deactivate_network_zone",
            title = "Deactivate network zone",
            uses = "deactivateNetworkZone",
            optional = RulesNaming.POLICIES,
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the network zone, which is now INACTIVE: no rule sees it, and a"
                            + " BLOCKLIST zone lets people in again. activate_network_zone brings"
                            + " it back. A human is asked first.")
    ObjectNode deactivateNetworkZone(
            @McpToolParam(description = NetworkZoneTools.ZONE) String zoneId) {
        return okta.call("deactivateNetworkZone", Map.of("zoneId", zoneId));
    }

    @DestroyTool(
            name = "delete_network_zone",
            title = "Delete network zone",
            uses = {"getNetworkZone", "deleteNetworkZone"},
            optional = RulesNaming.POLICIES,
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a confirmation that an INACTIVE network zone is deleted;"
                            + " deactivate_network_zone comes first. Okta keeps a zone that a rule"
                            + " names, and its own. A human is asked first.")
    Done deleteNetworkZone(@McpToolParam(description = NetworkZoneTools.ZONE) String zoneId) {
        checkDeletable(okta.call("getNetworkZone", Map.of("zoneId", zoneId)));
        okta.call("deleteNetworkZone", Map.of("zoneId", zoneId));
        return new Done("Network zone %s is deleted.".formatted(zoneId));
    }

    private static void checkDeletable(JsonNode zone) {
        var name = zone.path("name").asString("");
        if (zone.path("system").asBoolean(false)) {
            throw Refusal.nothingChanged(
                    "%s is one of Okta's own zones, which can't be deleted. Use update_network_zone to change what it is made of."
                            .formatted(name));
        }
        if (zone.path("status").asString("").equals("ACTIVE")) {
            throw Refusal.nothingChanged(
                    "network zone %s is ACTIVE, and only an INACTIVE one is deleted. Use deactivate_network_zone first."
                            .formatted(name));
        }
    }

    @PreviewOf("activate_network_zone")
    Preview ofActivation(Preview found, String zoneId) {
        return switched(found, zoneId, NetworkZoneTools.KEEPS_OUT)
                .undo("deactivate_network_zone takes it back.");
    }

    @PreviewOf("deactivate_network_zone")
    Preview ofDeactivation(Preview found, String zoneId) {
        return switched(
                        found,
                        zoneId,
                        "It is a BLOCKLIST zone: whoever is there reaches the org again.")
                .undo("activate_network_zone brings it back.");
    }

    /// @param ofBlocklist what it means where the zone keeps people out
    private Preview switched(Preview found, String zoneId, String ofBlocklist) {
        var now = found.now();
        var blocks = now != null && now.path("usage").asString("").equals("BLOCKLIST");
        return new RulesNaming(okta).zone(blocks ? found.reach(ofBlocklist) : found, zoneId);
    }

    @PreviewOf("delete_network_zone")
    Preview ofDelete(Preview found, String zoneId) {
        return new RulesNaming(okta).zone(found, zoneId);
    }
}
