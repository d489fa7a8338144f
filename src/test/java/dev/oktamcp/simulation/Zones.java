package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.stream.Stream;

/// Network zones. ASSUMPTION: filters are not looked at, and a page has 200 zones at most.
record Zones(Store store, AdminActions admin) {

    private static final String KIND = "NetworkZone";
    private static final int MOST = 200;
    private static final List<String> SYSTEM =
            List.of("LegacyIpZone", "BlockedIpZone", "DefaultEnhancedDynamicZone");

    Stream<Route> routes() {
        var zone = "/api/v1/zones/{zoneId}";
        return Stream.of(
                        Route.of("GET", "/api/v1/zones", this::listNetworkZones),
                        Route.of("GET", zone, call -> Answer.of(zone(call))),
                        Route.of("DELETE", zone, this::deleteNetworkZone),
                        Route.of("POST", zone + "/lifecycle/activate", this::activate),
                        Route.of("POST", zone + "/lifecycle/deactivate", this::deactivate))
                .map(route -> route.of("networkZones"));
    }

    private Answer listNetworkZones(Call call) {
        var zones = store.kind(KIND);
        var page = Listing.byId(call.query(), zones, zones.all(), MOST);
        return Answer.of(Json.array(page.items()), page.links(call));
    }

    /// ASSUMPTION: the code of both refusals.
    private Answer deleteNetworkZone(Call call) {
        var zone = zone(call);
        if (zone.path("system").asBoolean(false)) {
            throw OktaError.invalid("zone", "zone: A system zone cannot be deleted");
        }
        if (Json.text(zone, "status").equals("ACTIVE")) {
            throw OktaError.invalid("status", "status: The zone must be deactivated first");
        }
        store.kind(KIND).remove(Json.text(zone, "id"));
        admin.log(call, LogEventType.ZONE_DELETE, party(zone));
        return Answer.noContent();
    }

    private Answer activate(Call call) {
        return change(call, "ACTIVE", LogEventType.ZONE_ACTIVATE);
    }

    private Answer deactivate(Call call) {
        return change(call, "INACTIVE", LogEventType.ZONE_DEACTIVATE);
    }

    private Answer change(Call call, String status, LogEventType type) {
        var zone = zone(call).put("status", status).put("lastUpdated", store.now());
        admin.log(call, type, party(zone));
        return Answer.of(zone);
    }

    private static Party party(ObjectNode zone) {
        return new Party(Json.text(zone, "id"), "Zone", "unknown", Json.text(zone, "name"));
    }

    private ObjectNode zone(Call call) {
        return store.kind(KIND).get(call.value("zoneId"));
    }

    static void seed(Store store) {
        for (var name : SYSTEM) {
            add(store, name, "203.0.113.0/24", true);
        }
        add(store, "Headquarters", "203.0.113.10/32", false);
        add(store, "Home offices", "198.51.100.0/24", false);
    }

    private static void add(Store store, String name, String range, boolean system) {
        var zone =
                Json.object()
                        .put("type", "IP")
                        .put("id", store.ids().of("nzo", name))
                        .put("name", name)
                        .put("status", "ACTIVE")
                        .put("usage", name.startsWith("Blocked") ? "BLOCKLIST" : "POLICY")
                        .put("created", store.now())
                        .put("lastUpdated", store.now())
                        .put("system", system);
        zone.putArray("gateways").addObject().put("type", "CIDR").put("value", range);
        zone.putNull("proxies");
        store.kind(KIND).put(zone);
    }
}
