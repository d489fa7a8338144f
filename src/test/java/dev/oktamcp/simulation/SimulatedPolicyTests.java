package dev.oktamcp.simulation;

import static dev.oktamcp.simulation.OrgProbe.attributes;
import static dev.oktamcp.simulation.OrgProbe.encoded;
import static dev.oktamcp.simulation.OrgProbe.error;
import static dev.oktamcp.simulation.OrgProbe.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/// Checks policies, their rules, and network zones.
class SimulatedPolicyTests {

    private static final String POLICIES = "/api/v1/policies";

    private final SimulatedOrg org = SimulatedOrg.start(SimulationSettings.bare());
    private final OrgProbe probe = new OrgProbe(org);

    @AfterEach
    void stop() {
        probe.close();
    }

    @Test
    void listsPoliciesOfOneTypeByPriority() throws Exception {
        var policies = probe.get(POLICIES + "?type=PASSWORD");
        var system = POLICIES + "/" + attributes(policies, "id").getLast();

        assertThat(error(probe.get(POLICIES))).isEqualTo("400 E0000028");
        assertThat(attributes(policies, "system")).containsExactly("false", "true");
        assertThat(error(probe.send("DELETE", system))).isEqualTo("400 E0000001");
        assertThat(attributes(probe.get(system + "/rules"), "system")).containsExactly("true");
    }

    @Test
    void keepsPrioritiesWithoutGaps() throws Exception {
        create("OKTA_SIGN_ON", "Last", "");
        var first = create("OKTA_SIGN_ON", "First", ",\"priority\":1");

        assertThat(order("OKTA_SIGN_ON"))
                .containsExactly("1 First", "2 Staff", "3 Last", "4 Default Policy");
        probe.sendJson("PUT", first, "{\"name\":\"First\",\"priority\":2}");
        assertThat(order("OKTA_SIGN_ON"))
                .containsExactly("1 Staff", "2 First", "3 Last", "4 Default Policy");
        probe.send("DELETE", first);
        assertThat(order("OKTA_SIGN_ON")).containsExactly("1 Staff", "2 Last", "3 Default Policy");
    }

    private List<String> order(String type) throws Exception {
        var policies = probe.get(POLICIES + "?type=" + type);
        return named(policies);
    }

    private static List<String> named(HttpResponse<String> list) {
        var named = new ArrayList<String>();
        for (var item : json(list)) {
            named.add(item.path("priority").asInt() + " " + Json.text(item, "name"));
        }
        return named;
    }

    @Test
    void catchesAllAfterTheRulesOfAnAccessPolicy() throws Exception {
        var rules = create("ACCESS_POLICY", "Bank", "") + "/rules";
        probe.sendJson("POST", rules, "{\"name\":\"Second\"}");
        var made = probe.sendJson("POST", rules, "{\"name\":\"First\",\"priority\":0}");

        assertThat(named(probe.get(rules)))
                .containsExactly("0 First", "1 Second", "99 Catch-all Rule");
        var rule = rules + "/" + Json.text(json(made), "id");
        assertThat(probe.send("POST", rule + "/lifecycle/deactivate").statusCode()).isEqualTo(204);
        assertThat(Json.text(json(probe.get(rule)), "status")).isEqualTo("INACTIVE");
        assertThat(probe.send("DELETE", rule).statusCode()).isEqualTo(204);
        assertThat(named(probe.get(rules))).containsExactly("0 Second", "99 Catch-all Rule");
    }

    private String create(String type, String name, String more) throws Exception {
        var body = "{\"type\":\"%s\",\"name\":\"%s\"%s}".formatted(type, name, more);
        return POLICIES + "/" + Json.text(json(probe.sendJson("POST", POLICIES, body)), "id");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, '', '{\"type\":\"IDP_DISCOVERY\",\"name\":\"A\"}'",
        "POST, '', '{\"type\":\"NOTHING\",\"name\":\"A\"}'",
        "POST, '', '{\"type\":\"PASSWORD\",\"name\":\"Staff\"}'",
        "POST, '', '{\"type\":\"PASSWORD\"}'",
        "POST, /{system}/lifecycle/deactivate, ''",
        "POST, /{system}/rules, '{\"name\":\"A\"}'",
        "DELETE, /{system}/rules/{rule}, ''"
    })
    void refuses(String method, String path, String body) throws Exception {
        var system = attributes(probe.get(POLICIES + "?type=PROFILE_ENROLLMENT"), "id").getLast();
        var rules = probe.get(POLICIES + "/" + system + "/rules");
        var rule = attributes(rules, "id").getLast();
        var full = POLICIES + path.replace("{system}", system).replace("{rule}", rule);

        assertThat(error(probe.sendJson(method, full, body))).isEqualTo("400 E0000001");
    }

    @Test
    void givesAnAppItsPolicy() throws Exception {
        var policy = create("ACCESS_POLICY", "Bank", "");
        var app = "/api/v1/apps/" + attributes(probe.get("/api/v1/apps?q=Bank"), "id").getFirst();
        var id = policy.substring(policy.lastIndexOf('/') + 1);

        assertThat(probe.send("PUT", app + "/policies/" + id).statusCode()).isEqualTo(204);
        assertThat(json(probe.get(app)).at("/_links/accessPolicy/href").asString())
                .endsWith(policy);
    }

    @Test
    void deletesZonesThatAreInactiveAndUnused() throws Exception {
        var zone = zone("Branch");
        var id = zone.substring(zone.lastIndexOf('/') + 1);
        var rules = create("ACCESS_POLICY", "Bank", "") + "/rules";
        var condition = "\"conditions\":{\"network\":{\"include\":[\"" + id + "\"]}}";
        var rule = probe.sendJson("POST", rules, "{\"name\":\"In\"," + condition + "}");

        assertThat(error(probe.send("DELETE", zone))).isEqualTo("400 E0000001");
        probe.send("POST", zone + "/lifecycle/deactivate");
        assertThat(error(probe.send("DELETE", zone))).isEqualTo("400 E0000001");
        probe.send("DELETE", rules + "/" + Json.text(json(rule), "id"));
        assertThat(probe.send("DELETE", zone).statusCode()).isEqualTo(204);
    }

    @Test
    void findsZonesByTheirUse() throws Exception {
        var blocked = probe.get("/api/v1/zones?filter=" + encoded("usage eq \"BLOCKLIST\""));
        var system = probe.get("/api/v1/zones?filter=" + encoded("system eq true"));

        assertThat(attributes(blocked, "name")).containsExactly("BlockedIpZone");
        assertThat(attributes(system, "name")).hasSize(3);
    }

    @Test
    void refusesZonesWithoutAddresses() throws Exception {
        var refused = probe.sendJson("POST", "/api/v1/zones", "{\"type\":\"IP\",\"name\":\"A\"}");

        assertThat(error(refused)).isEqualTo("400 E0000001");
    }

    private String zone(String name) throws Exception {
        var body =
                "{\"type\":\"IP\",\"name\":\"%s\",\"gateways\":[{\"type\":\"CIDR\",\"value\":\"192.0.2.0/24\"}]}"
                        .formatted(name);
        var made = probe.sendJson("POST", "/api/v1/zones", body);
        return "/api/v1/zones/" + Json.text(json(made), "id");
    }
}
