package dev.oktamcp.simulation;

import static dev.oktamcp.simulation.OrgProbe.attributes;
import static dev.oktamcp.simulation.OrgProbe.error;
import static dev.oktamcp.simulation.OrgProbe.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.ArrayList;

/// Checks applications, policies, zones, and the lists that wrap their items.
class SimulatedCatalogTests {

    private final SimulatedOrg org = SimulatedOrg.start();
    private final OrgProbe probe = new OrgProbe(org);

    @AfterEach
    void stop() {
        probe.close();
    }

    @Test
    void pagesAppsAndFindsThem() throws Exception {
        var sales = org.groupId("Sales");

        assertThat(probe.allPages("/api/v1/apps", "label")).hasSize(25).doesNotHaveDuplicates();
        assertThat(attributes(probe.get("/api/v1/apps?q=pay"), "label")).containsExactly("Payroll");
        assertThat(attributes(probe.get("/api/v1/groups/" + sales + "/apps"), "label"))
                .containsExactlyInAnyOrder("Customers", "Quotes");
        assertThat(probe.allPages("/api/v1/apps?filter=status+eq+%22INACTIVE%22", "label"))
                .containsExactly("Old Intranet");
    }

    @Test
    void assignsAUserOnce() throws Exception {
        var user = org.hasUser("new.colleague@example.org");
        var app = app("Payroll");
        var body = "{\"id\":\"" + user + "\",\"scope\":\"USER\"}";

        assertThat(probe.sendJson("POST", app + "/users", body).statusCode()).isEqualTo(200);
        assertThat(error(probe.sendJson("POST", app + "/users", body))).isEqualTo("409 E0000062");
        assertThat(probe.allPages(app + "/users?limit=3", "id")).contains(user);
        assertThat(attributes(probe.get("/api/v1/users/" + user + "/appLinks"), "label"))
                .contains("Payroll", "Wiki")
                .doesNotContain("Ledger");
    }

    @Test
    void deletesInactiveAppsOnly() throws Exception {
        var app = app("Payroll");

        assertThat(error(probe.send("DELETE", app))).isEqualTo("403 E0000056");
        assertThat(probe.send("POST", app + "/lifecycle/deactivate").statusCode()).isEqualTo(200);
        assertThat(probe.send("DELETE", app).statusCode()).isEqualTo(204);
    }

    private String app(String label) throws Exception {
        return "/api/v1/apps/" + attributes(probe.get("/api/v1/apps?q=" + label), "id").getFirst();
    }

    @Test
    void listsPoliciesOfOneTypeByPriority() throws Exception {
        var policies = probe.get("/api/v1/policies?type=PASSWORD");
        var system = "/api/v1/policies/" + attributes(policies, "id").getLast();

        assertThat(error(probe.get("/api/v1/policies"))).isEqualTo("400 E0000028");
        assertThat(attributes(policies, "system")).containsExactly("false", "true");
        assertThat(error(probe.send("DELETE", system))).isEqualTo("400 E0000001");
        assertThat(attributes(probe.get(system + "/rules"), "system")).containsExactly("true");
    }

    @Test
    void deletesInactiveZonesOnly() throws Exception {
        var zones = json(probe.get("/api/v1/zones"));
        var own = new ArrayList<String>();
        zones.forEach(zone -> {
            if (!zone.path("system").asBoolean()) {
                own.add("/api/v1/zones/" + Json.text(zone, "id"));
            }
        });
        var zone = own.getFirst();

        assertThat(error(probe.send("DELETE", zone))).isEqualTo("400 E0000001");
        probe.send("POST", zone + "/lifecycle/deactivate");
        assertThat(probe.send("DELETE", zone).statusCode()).isEqualTo(204);
    }

    @Test
    void linksTheNextPageOfIamInTheBodyOnly() throws Exception {
        var labels = new ArrayList<String>();
        var path = "/api/v1/iam/roles";
        while (!path.isEmpty()) {
            var page = probe.get(path);
            assertThat(page.headers().allValues("link")).isEmpty();
            json(page).path("roles").forEach(role -> labels.add(Json.text(role, "label")));
            var next = Json.text(json(page).at("/_links/next"), "href");
            path = next.isEmpty() ? "" : "/api/v1/iam/roles?" + URI.create(next).getRawQuery();
        }

        assertThat(labels).hasSize(12).doesNotHaveDuplicates();
    }

    @Test
    void linksTheNextPageOfGovernanceInBodyAndHeader() throws Exception {
        var page = probe.get("/governance/api/v1/campaigns?limit=5");

        assertThat(json(page).path("data")).hasSize(5);
        assertThat(json(page).at("/metadata/total").asInt()).isEqualTo(12);
        assertThat(Json.text(json(page).at("/_links/next"), "href"))
                .endsWith(OrgProbe.next(page).orElseThrow());
    }
}
