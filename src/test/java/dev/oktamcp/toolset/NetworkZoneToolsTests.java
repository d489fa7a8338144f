package dev.oktamcp.toolset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

@ServerTest
class NetworkZoneToolsTests {

    private final SimulatedOrg org;
    private final RawClient client;
    private final OrgIds ids;

    NetworkZoneToolsTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.client = RawClient.connected(servers.full());
        this.ids = new OrgIds(client);
    }

    private static Map<String, Object> gateways(String range) {
        return Map.of("gateways", List.of(Map.of("type", "CIDR", "value", range)));
    }

    private Map<String, Object> create(String name) {
        var arguments = Map.of("name", name, "type", "IP", "parts", gateways("192.0.2.0/24"));
        var zone = client.agreed("create_network_zone", arguments).value();
        return Map.of("zone_id", zone.path("id").stringValue());
    }

    private JsonNode get(Map<String, Object> zone) {
        return client.call("get_network_zone", zone).value();
    }

    private String status(Map<String, Object> zone) {
        return get(zone).path("status").stringValue();
    }

    @Test
    void listsZonesByTheirUse() {
        var asked = Map.of("filter", "usage eq \"BLOCKLIST\"");

        var page = client.call("list_network_zones", asked).value();

        assertThat(page.path("items").findValuesAsString("name")).contains("BlockedIpZone");
        assertThat(page.path("items").findValuesAsString("usage")).containsOnly("BLOCKLIST");
    }

    @Test
    void blocksPlaces() {
        var parts = Map.of("locations", Map.of("include", List.of(Map.of("country", "AQ"))));
        var arguments =
                Map.of(
                        "name",
                        "Antarctica",
                        "type",
                        "DYNAMIC_V2",
                        "usage",
                        "BLOCKLIST",
                        "parts",
                        parts);

        var zone = client.agreed("create_network_zone", arguments).value();

        assertThat(zone.path("usage").stringValue()).isEqualTo("BLOCKLIST");
        assertThat(zone.at("/locations/include/0/country").stringValue()).isEqualTo("AQ");
        client.agreed("deactivate_network_zone", Map.of("zone_id", zone.path("id").stringValue()));
    }

    @Test
    void handsOnThatAnIpZoneNeedsAddresses() {
        var arguments = Map.of("name", "Nowhere", "type", "IP", "parts", Map.of());

        assertThat(client.agreed("create_network_zone", arguments).text()).contains("E0000001");
    }

    @Test
    void changesAddressesAndKeepsTheRest() {
        var zone = create("Moved office");
        var arguments =
                Map.of("zone_id", zone.get("zone_id"), "changes", gateways("198.51.100.0/24"));

        var changed = client.agreed("update_network_zone", arguments).value();

        assertThat(changed.at("/gateways/0/value").stringValue()).isEqualTo("198.51.100.0/24");
        assertThat(changed.path("gateways").size()).isEqualTo(1);
        assertThat(changed.path("name").stringValue()).isEqualTo("Moved office");
        assertThat(changed.path("usage").stringValue()).isEqualTo("POLICY");
    }

    @Test
    void deletesAZoneThatIsInactive() {
        var zone = create("Closed office");
        client.agreed("deactivate_network_zone", zone).value();
        assertThat(status(zone)).isEqualTo("INACTIVE");

        client.agreed("delete_network_zone", zone).value();

        assertThat(client.call("get_network_zone", zone).text()).contains("E0000007");
    }

    @Test
    void bringsAZoneBack() {
        var zone = create("Opened again");
        client.agreed("deactivate_network_zone", zone).value();

        client.agreed("activate_network_zone", zone).value();

        assertThat(status(zone)).isEqualTo("ACTIVE");
    }

    @Test
    void deletesNoZoneThatIsActive() {
        var zone = create("Busy office");

        var result = client.agreed("delete_network_zone", zone);

        assertThat(result.code()).isEqualTo("INVALID_ARGUMENTS");
        assertThat(result.text()).contains("is ACTIVE").contains("deactivate_network_zone first");
        assertThat(org.requests().toString()).doesNotContain("DELETE");
    }

    @Test
    void deletesNoZoneOfTheSystem() {
        var zone = ids.named("list_network_zones", Map.of(), "LegacyIpZone");

        var result = client.agreed("delete_network_zone", Map.of("zone_id", zone));

        assertThat(result.text()).contains("LegacyIpZone is one of Okta's own zones");
        assertThat(org.requests().toString()).doesNotContain("DELETE");
    }

    @Test
    void doesNothingWithoutAYes() {
        var zone = create("Untouched office");

        var changes = Map.of("zone_id", zone.get("zone_id"), "changes", gateways("0.0.0.0/0"));
        assertThat(client.call("update_network_zone", changes).code()).isEqualTo("NOT_CONFIRMED");
        assertThat(client.call("deactivate_network_zone", zone).code()).isEqualTo("NOT_CONFIRMED");
        assertThat(status(zone)).isEqualTo("ACTIVE");

        client.agreed("deactivate_network_zone", zone).value();
        assertThat(client.call("delete_network_zone", zone).code()).isEqualTo("NOT_CONFIRMED");
        assertThat(status(zone)).isEqualTo("INACTIVE");
    }

    @Test
    void asksBeforeAZoneKeepsPeopleOut() {
        var zone = create("Closed for now");
        client.agreed("deactivate_network_zone", zone).value();
        var blocking =
                Map.of(
                        "name", "Never made",
                        "type", "IP",
                        "usage", "BLOCKLIST",
                        "parts", gateways("0.0.0.0/0"));

        var made = client.call("create_network_zone", blocking);
        var told = dryRun("create_network_zone", blocking);

        assertThat(made.code()).isEqualTo("NOT_CONFIRMED");
        assertThat(told).contains("nobody from there reaches the org");
        assertThat(client.call("activate_network_zone", zone).code()).isEqualTo("NOT_CONFIRMED");
        assertThat(dryRun("activate_network_zone", zone)).contains("Rules that name it: none.");
        assertThat(status(zone)).isEqualTo("INACTIVE");
    }

    private String dryRun(String tool, Map<String, Object> arguments) {
        var rehearsed = new HashMap<>(arguments);
        rehearsed.put("dry_run", true);
        return client.call(tool, rehearsed).value().path("reach").toString();
    }

    @Test
    void refusesWhatAnotherToolDoes() {
        var zone = create("Not switched off").get("zone_id");

        for (var changes : List.of(Map.of("status", "INACTIVE"), Map.of("type", "DYNAMIC"))) {
            var arguments = Map.of("zone_id", zone, "changes", changes);
            var refused = client.agreed("update_network_zone", arguments);

            assertThat(refused.code()).isEqualTo("INVALID_ARGUMENTS");
            assertThat(refused.text()).contains("deactivate_network_zone");
        }
        assertThat(org.requests().toString()).doesNotContain("PUT");
    }
}
