package dev.oktamcp.simulation;

import static dev.oktamcp.simulation.OrgProbe.attributes;
import static dev.oktamcp.simulation.OrgProbe.error;
import static dev.oktamcp.simulation.OrgProbe.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.ArrayList;

/// Checks custom roles, resource sets, and who has which role on which set.
class SimulatedIamTests {

    private static final String ROLES = "/api/v1/iam/roles";
    private static final String SETS = "/api/v1/iam/resource-sets";

    private final SimulatedOrg org = SimulatedOrg.start(SimulationSettings.bare());
    private final OrgProbe probe = new OrgProbe(org);

    @AfterEach
    void stop() {
        probe.close();
    }

    @Test
    void linksTheNextPageInTheBodyOnly() throws Exception {
        var labels = new ArrayList<String>();
        var path = ROLES;
        while (!path.isEmpty()) {
            var page = probe.get(path);
            assertThat(page.headers().allValues("link")).isEmpty();
            json(page).path("roles").forEach(role -> labels.add(Json.text(role, "label")));
            var next = Json.text(json(page).at("/_links/next"), "href");
            path = next.isEmpty() ? "" : ROLES + "?" + URI.create(next).getRawQuery();
        }

        assertThat(labels).hasSize(12).doesNotHaveDuplicates();
    }

    @Test
    void findsARoleByItsLabelToo() throws Exception {
        var body = "{\"label\":\"Clerk\",\"permissions\":[\"okta.users.read\"]}";
        var made = json(probe.sendJson("POST", ROLES, body));
        var permissions = ROLES + "/Clerk/permissions";
        probe.send("POST", permissions + "/okta.groups.read");
        probe.send("DELETE", permissions + "/okta.users.read");

        assertThat(Json.text(json(probe.get(ROLES + "/Clerk")), "id"))
                .isEqualTo(Json.text(made, "id"));
        assertThat(json(probe.get(permissions)).at("/permissions/0/label").asString())
                .isEqualTo("okta.groups.read");
        assertThat(error(probe.sendJson("POST", ROLES, body))).isEqualTo("400 E0000001");
        assertThat(error(probe.get(permissions + "/okta.users.read"))).isEqualTo("404 E0000007");
    }

    @Test
    void namesTheResourcesOfASet() throws Exception {
        var group = org.groupId("Sales");
        var url = "https://acme.okta.com/api/v1/groups/" + group;
        var body = "{\"label\":\"Ours\",\"resources\":[\"%s\",\"%s/users\"]}".formatted(url, url);
        probe.sendJson("POST", SETS, body);
        var resources = json(probe.get(SETS + "/Ours/resources")).path("resources");

        assertThat(resources).hasSize(2);
        assertThat(resources.toString())
                .contains(":directory:", ":groups:" + group + "\"", group + ":contained_resources");
    }

    @Test
    void bindsARoleToASetForMembers() throws Exception {
        var user = org.hasUser("alan.kay@example.com");
        var role = Json.text(json(probe.get(ROLES + "/Role%209")), "id");
        var bindings = SETS + "/Resource%20set%209/bindings";
        var body =
                "{\"role\":\"%s\",\"members\":[\"https://a.okta.com/api/v1/users/%s\"]}"
                        .formatted(role, user);
        var none = probe.get(bindings + "/" + role);
        probe.sendJson("POST", bindings, body);
        var members = json(probe.get(bindings + "/" + role + "/members")).path("members");

        assertThat(error(none)).isEqualTo("404 E0000007");
        assertThat(members).hasSize(1);
        assertThat(attributes(probe.get("/api/v1/users/" + user + "/roles"), "id"))
                .containsExactly(members.at("/0/id").asString());
        assertThat(error(probe.send("DELETE", ROLES + "/" + role))).isEqualTo("400 E0000001");
        assertThat(probe.send("DELETE", bindings + "/" + role).statusCode()).isEqualTo(204);
        assertThat(json(probe.get(bindings)).path("roles")).isEmpty();
    }

    @Test
    void refusesTheSameCustomRoleOnTheSameSet() throws Exception {
        var roles = "/api/v1/users/" + org.hasUser("alan.kay@example.com") + "/roles";
        var role = Json.text(json(probe.get(ROLES + "/Role%209")), "id");
        var body = "{\"type\":\"CUSTOM\",\"role\":\"%s\",\"resource-set\":\"%s\"}";
        var sets = new ArrayList<String>();
        json(probe.get(SETS)).path("resource-sets").forEach(set -> sets.add(Json.text(set, "id")));
        var first = body.formatted(role, sets.getFirst());

        assertThat(probe.sendJson("POST", roles, first).statusCode()).isEqualTo(201);
        assertThat(error(probe.sendJson("POST", roles, first))).isEqualTo("409 E0000090");
        assertThat(probe.sendJson("POST", roles, body.formatted(role, sets.getLast())).statusCode())
                .isEqualTo(201);
    }

    @Test
    void listsWhoIsAnAdministrator() throws Exception {
        var listed = json(probe.get("/api/v1/iam/assignees/users")).path("value");

        assertThat(listed).hasSize(1);
        assertThat(listed.at("/0/id").asString())
                .isEqualTo(org.userId("margaret.hamilton@example.com"));
    }
}
