package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Network zones.
record Zones(Store store, AdminActions admin) {

    private static final String KIND = "NetworkZone";
    private static final Set<String> TYPES = Set.of("IP", "DYNAMIC", "DYNAMIC_V2");
    private static final int MOST_ADDRESSES = 150;
    private static final int MOST_BLOCKED = 1000;
    private static final List<String> SYSTEM =
            List.of("LegacyIpZone", "BlockedIpZone", "DefaultEnhancedDynamicZone");
    private static final List<String> FIELDS =
            List.of("gateways", "proxies", "locations", "asns", "ipServiceCategories", "proxyType");

    Stream<Route> routes() {
        var zone = "/api/v1/zones/{zoneId}";
        return Stream.of(
                        Route.of("GET", "/api/v1/zones", this::listNetworkZones),
                        Route.of("POST", "/api/v1/zones", this::createNetworkZone),
                        Route.of("GET", zone, call -> Answer.of(zone(call))),
                        Route.of("PUT", zone, this::replaceNetworkZone),
                        Route.of("DELETE", zone, this::deleteNetworkZone),
                        Route.of("POST", zone + "/lifecycle/activate", this::activate),
                        Route.of("POST", zone + "/lifecycle/deactivate", this::deactivate))
                .map(route -> route.of("networkZones"));
    }

    private Answer listNetworkZones(Call call) {
        var page = listing().page(call.query(), store.kind(KIND));
        return Answer.of(Json.array(page.items()), page.links(call));
    }

    /// ASSUMPTION: of the attributes that a filter may name these are understood; a page has 200
    /// zones at most.
    private static Listing listing() {
        var filter = new Dialect(Zones::operators, true, true);
        return new Listing(filter, filter, (_, _) -> true, _ -> true, new PageSizes(200, 200, 200));
    }

    private static Set<Operator> operators(String attribute) {
        return Set.of("id", "usage", "system", "type", "status").contains(attribute)
                ? EnumSet.of(Operator.EQ)
                : Set.of();
    }

    private Answer createNetworkZone(Call call) {
        var body = call.json();
        check(body, "");
        var zone =
                Json.object()
                        .put("type", Json.text(body, "type"))
                        .put("id", store.ids().of("nzo", call.key()))
                        .put("status", "ACTIVE")
                        .put("created", store.now())
                        .put("system", false);
        store.kind(KIND).put(zone);
        return changed(call, zone, LogEventType.ZONE_CREATE);
    }

    /// ASSUMPTION: the type of a zone is kept for good.
    private Answer replaceNetworkZone(Call call) {
        var zone = zone(call);
        check(call.json(), Json.text(zone, "id"));
        if (!Json.text(call.json(), "type").equals(Json.text(zone, "type"))) {
            throw OktaError.invalid("type", "type: The type of a zone cannot be changed");
        }
        return changed(call, zone, LogEventType.ZONE_UPDATE);
    }

    private Answer changed(Call call, ObjectNode zone, LogEventType event) {
        var body = call.json();
        PolicyRules.fill(store, zone, body, FIELDS);
        zone.put("name", Json.text(body, "name"));
        zone.put("usage", isBlocklist(body) ? "BLOCKLIST" : "POLICY");
        admin.log(call, event, party(zone));
        return Answer.of(zone);
    }

    private static boolean isBlocklist(ObjectNode body) {
        return Json.text(body, "usage").equals("BLOCKLIST");
    }

    /// ASSUMPTION: the words of the causes, and that a name is used once.
    private void check(ObjectNode body, String ownId) {
        var name = Json.text(body, "name");
        if (name.isBlank()) {
            throw OktaError.missing("name");
        }
        if (!TYPES.contains(Json.text(body, "type"))) {
            throw OktaError.invalid("type", "type: The type of zone is unknown");
        }
        for (var known : store.kind(KIND).with("name", name)) {
            if (!Json.text(known, "id").equals(ownId)) {
                throw OktaError.duplicate("name");
            }
        }
        checkAddresses(body);
    }

    private static void checkAddresses(ObjectNode body) {
        var count = body.path("gateways").size() + body.path("proxies").size();
        if (Json.text(body, "type").equals("IP") && count == 0) {
            throw OktaError.invalid("gateways", "gateways: An IP zone needs gateways or proxies");
        }
        if (count > (isBlocklist(body) ? MOST_BLOCKED : MOST_ADDRESSES)) {
            throw OktaError.invalid("gateways", "gateways: A zone cannot have as many addresses");
        }
    }

    /// ASSUMPTION: the code of all three refusals.
    private Answer deleteNetworkZone(Call call) {
        var zone = zone(call);
        Policies.refuseForSystem(zone, "deleted");
        if (Json.text(zone, "status").equals("ACTIVE")) {
            throw OktaError.invalid("status", "status: The zone must be deactivated first");
        }
        if (isUsed(Json.text(zone, "id"))) {
            throw OktaError.invalid("zone", "zone: A policy uses this zone");
        }
        store.kind(KIND).remove(Json.text(zone, "id"));
        admin.log(call, LogEventType.ZONE_DELETE, party(zone));
        return Answer.noContent();
    }

    private boolean isUsed(String id) {
        return store.kind(PolicyRules.RULE).all().stream()
                .map(rule -> rule.path("conditions").path("network").toString())
                .anyMatch(network -> network.contains("\"" + id + "\""));
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
                        .put("type", name.contains("Dynamic") ? "DYNAMIC_V2" : "IP")
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
