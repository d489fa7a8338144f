package dev.oktamcp.toolset;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.okta.Page;
import dev.oktamcp.okta.PageRequest;
import dev.oktamcp.tool.ChangeTool;
import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.Preview;
import dev.oktamcp.tool.PreviewOf;
import dev.oktamcp.tool.ReadTool;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;

import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.annotation.McpToolParam;

import tools.jackson.databind.node.ObjectNode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Network zones: addresses and places that policies tell apart, or that are blocked. What becomes
/// of them is for `NetworkZoneStateTools`.
@ToolsOf(Toolset.ZONES)
final class NetworkZoneTools {

    static final String ZONE = "Network zone id, for example nzouagptWUz5DlLfM0g3";

    private static final List<String> READ_ONLY =
            List.of("id", "created", "lastUpdated", "system", "_links");

    private static final List<String> NOT_CHANGED =
            List.of("status", "type", "id", "created", "lastUpdated", "system");

    static final String KEEPS_OUT = "It is a BLOCKLIST zone: nobody from there reaches the org.";

    private final OktaClient okta;

    NetworkZoneTools(OktaClient okta) {
        this.okta = okta;
    }

    enum ZoneType {
        IP,
        DYNAMIC,
        DYNAMIC_V2
    }

    enum Usage {
        POLICY,
        BLOCKLIST
    }

    @ReadTool(
            name = "list_network_zones",
            title = "List network zones",
            uses = "listNetworkZones",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns network zones with id, name, type, status, usage, and the addresses,"
                        + " places or services that they are made of. BLOCKLIST zones keep people"
                        + " out of everything; POLICY zones do what rules make of them.")
    Page listNetworkZones(
            @McpToolParam(
                            description =
                                    "Match on id, usage or system, for example usage eq"
                                            + " \"BLOCKLIST\"")
                    @Nullable String filter,
            PageRequest page) {
        return okta.page("listNetworkZones", Arguments.of("filter", filter), page);
    }

    @ReadTool(
            name = "get_network_zone",
            title = "Get network zone",
            uses = "getNetworkZone",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns one network zone: name, type, status, usage, what it is made of, and"
                            + " whether it is the system's own. Does not return the rules that use"
                            + " it.")
    ObjectNode getNetworkZone(@McpToolParam(description = ZONE) String zoneId) {
        return okta.call("getNetworkZone", Map.of("zoneId", zoneId));
    }

    @ChangeTool(
            name = "create_network_zone",
            title = "Create network zone",
            uses = "createNetworkZone",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the new network zone, which is ACTIVE. With usage BLOCKLIST, nobody"
                            + " from there reaches the org from now on; else it does nothing until"
                            + " a rule names it. A human is asked first.")
    ObjectNode createNetworkZone(
            @McpToolParam(description = "Name, new in the org, for example Head office")
                    String name,
            @McpToolParam(
                            description =
                                    "IP for addresses; DYNAMIC_V2 for places, networks and services"
                                            + " such as VPNs; DYNAMIC is its forerunner")
                    ZoneType type,
            @McpToolParam(description = "POLICY, for rules, unless given; or BLOCKLIST")
                    @Nullable Usage usage,
            @McpToolParam(
                            description =
                                    "What it is made of. IP: {\"gateways\": [{\"type\": \"CIDR\","
                                            + " \"value\": \"192.0.2.0/24\"}]} (or RANGE,"
                                            + " 192.0.2.1-192.0.2.9), and proxies. DYNAMIC_V2:"
                                            + " {\"locations\": {\"include\": [{\"country\":"
                                            + " \"DE\"}]}, \"ipServiceCategories\": {\"include\":"
                                            + " [\"ALL_ANONYMIZERS\"]}}, and asns")
                    Map<String, Object> parts) {
        var zone = new LinkedHashMap<String, Object>(parts);
        zone.putAll(Arguments.of("name", name, "type", type, "usage", usage));
        return okta.call("createNetworkZone", Map.of("body", zone));
    }

    @ChangeTool(
            name = "update_network_zone",
            title = "Update network zone",
            uses = {"getNetworkZone", "replaceNetworkZone"},
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a changed network zone. What is given is set, null takes out, and all"
                            + " else stays. A list replaces the list: to add an address, give all"
                            + " gateways. Rules that name the zone follow at once. Does not change"
                            + " type or status. A human is asked first.")
    ObjectNode updateNetworkZone(
            @McpToolParam(description = ZONE) String zoneId,
            @McpToolParam(
                            description =
                                    "What to change, for example {\"name\": \"Head office\"} or"
                                            + " {\"gateways\": [{\"type\": \"CIDR\", \"value\":"
                                            + " \"192.0.2.0/24\"}]}")
                    Map<String, Object> changes) {
        Refusal.ifNamed(
                changes,
                NOT_CHANGED,
                "For status, use activate_network_zone or deactivate_network_zone; for another"
                        + " type, create_network_zone.");
        var now = okta.call("getNetworkZone", Map.of("zoneId", zoneId));
        var whole = PartialUpdate.of(now, changes, READ_ONLY);
        return okta.call("replaceNetworkZone", Map.of("zoneId", zoneId, "body", whole));
    }

    @PreviewOf("create_network_zone")
    Preview ofCreate(Preview found, @Nullable Usage usage) {
        return usage == Usage.BLOCKLIST ? found.reach(KEEPS_OUT) : found;
    }
}
