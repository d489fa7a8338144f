package dev.oktamcp.simulation;

import static dev.oktamcp.simulation.OrgProbe.attributes;
import static dev.oktamcp.simulation.OrgProbe.error;
import static dev.oktamcp.simulation.OrgProbe.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Set;

/// Checks applications and their assignments.
class SimulatedAppTests {

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
    void givesAnAppOneLinkOrSeveral() throws Exception {
        var user = org.hasUser("new.colleague@example.org");

        var links = probe.get("/api/v1/users/" + user + "/appLinks");

        assertThat(attributes(links, "label")).contains("Mail", "Mail: contacts", "Wiki");
        assertThat(attributes(links, "linkUrl")).doesNotHaveDuplicates();
        var apps = attributes(links, "appInstanceId");
        assertThat(apps).hasSize(Set.copyOf(apps).size() + 1);
    }

    @Test
    void deletesInactiveAppsOnly() throws Exception {
        var app = app("Payroll");

        assertThat(error(probe.send("DELETE", app))).isEqualTo("403 E0000056");
        assertThat(probe.send("POST", app + "/lifecycle/deactivate").statusCode()).isEqualTo(200);
        assertThat(probe.send("DELETE", app).statusCode()).isEqualTo(204);
    }

    @Test
    void createsAndReplacesAnApp() throws Exception {
        var body = "{\"label\":\"%s\",\"signOnMode\":\"OPENID_CONNECT\"}";
        var made = probe.sendJson("POST", "/api/v1/apps?activate=false", body.formatted("Notes"));
        var app = "/api/v1/apps/" + Json.text(json(made), "id");
        var replaced = json(probe.sendJson("PUT", app, body.formatted("Pages")));

        assertThat(Json.text(json(made), "status")).isEqualTo("INACTIVE");
        assertThat(made.body()).contains("client_secret\"");
        assertThat(probe.get(app).body()).doesNotContain("client_secret\"");
        assertThat(Json.text(replaced, "label")).isEqualTo("Pages");
        assertThat(Json.text(replaced, "created")).isEqualTo(Json.text(json(made), "created"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | 400 E0000001",
                "{\"label\":\"Notes\",\"signOnMode\":\"TELEPATHY\"} | 400 E0000001",
                "{\"label\":\"Notes\",\"signOnMode\":\"BOOKMARK\"} | 400 E0000001"
            })
    void refusesBadApps(String body, String expected) throws Exception {
        assertThat(error(probe.sendJson("PUT", app("Payroll"), body))).isEqualTo(expected);
    }

    @Test
    void describesAnAssignment() throws Exception {
        var user = org.hasUser("new.colleague@example.org");
        var users = app("Payroll") + "/users";
        probe.sendJson("POST", users, "{\"id\":\"" + user + "\",\"profile\":{\"role\":\"clerk\"}}");
        var changed = probe.sendJson("POST", users + "/" + user, "{\"profile\":{\"level\":\"2\"}}");

        assertThat(json(changed).path("profile").toString()).isEqualTo("{\"level\":\"2\"}");
        assertThat(probe.send("DELETE", users + "/" + user).statusCode()).isEqualTo(204);
        assertThat(error(probe.get(users + "/" + user))).isEqualTo("404 E0000007");
        var again = probe.sendJson("POST", users, "{\"id\":\"" + user + "\"}");
        assertThat(json(again).path("profile")).isEmpty();
    }

    @Test
    void switchesProvisioningOn() throws Exception {
        var features = app("Payroll") + "/features";
        var feature = features + "/USER_PROVISIONING";
        probe.sendJson(
                "PUT", feature, "{\"create\":{\"lifecycleCreate\":{\"status\":\"ENABLED\"}}}");

        assertThat(attributes(probe.get(features), "status")).containsExactly("ENABLED");
        assertThat(json(probe.get(app("Calendar") + "/features"))).isEmpty();
    }

    private String app(String label) throws Exception {
        return "/api/v1/apps/" + attributes(probe.get("/api/v1/apps?q=" + label), "id").getFirst();
    }
}
