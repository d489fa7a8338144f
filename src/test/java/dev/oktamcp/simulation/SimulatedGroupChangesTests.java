package dev.oktamcp.simulation;

import static dev.oktamcp.simulation.OrgProbe.attributes;
import static dev.oktamcp.simulation.OrgProbe.error;
import static dev.oktamcp.simulation.OrgProbe.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;

/// Checks what becomes of groups and rules that are made, changed and deleted.
class SimulatedGroupChangesTests {

    private static final String RULE =
            """
            {"type":"group_rule","name":"Chemists","conditions":{"expression":{
             "type":"urn:okta:expression:1.0","value":"user.department==\\"Chemistry\\""}},
             "actions":{"assignUserToGroups":{"groupIds":["%s"]}}}
            """;

    private final SimulatedOrg org = SimulatedOrg.start(SimulationSettings.bare());
    private final OrgProbe probe = new OrgProbe(org);

    @AfterEach
    void stop() {
        probe.close();
    }

    @Test
    void createsChangesAndDeletesAGroup() throws Exception {
        var made = probe.sendJson("POST", "/api/v1/groups", "{\"profile\":{\"name\":\"Chess\"}}");
        var path = "/api/v1/groups/" + Json.text(json(made), "id");
        var changed = probe.sendJson("PUT", path, "{\"profile\":{\"name\":\"Go\"}}");

        assertThat(made.statusCode()).isEqualTo(200);
        assertThat(json(changed).at("/profile/name").asString()).isEqualTo("Go");
        assertThat(probe.send("DELETE", path).statusCode()).isEqualTo(204);
        assertThat(error(probe.get(path))).isEqualTo("404 E0000007");
        assertThat(attributes(probe.get("/api/v1/logs"), "eventType"))
                .containsExactly(
                        "group.lifecycle.create", "group.profile.update", "group.lifecycle.delete");
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, Everyone, 501 E0000060",
        "DELETE, Everyone, 501 E0000060",
        "DELETE, CORP Finance, 403 E0000006",
        "PUT, Sales, 400 E0000001"
    })
    void refusesChanges(String method, String group, String expected) throws Exception {
        var path = "/api/v1/groups/" + org.groupId(group);

        assertThat(error(probe.sendJson(method, path, "{\"profile\":{\"name\":\"Support\"}}")))
                .isEqualTo(expected);
    }

    @Test
    void refusesTheSameNameTwice() throws Exception {
        var refused =
                probe.sendJson("POST", "/api/v1/groups", "{\"profile\":{\"name\":\"Sales\"}}");

        assertThat(json(refused).at("/errorCauses/0/errorSummary").asString())
                .isEqualTo(
                        "name: An object with this field already exists in the current"
                                + " organization");
    }

    @Test
    void appliesAnActiveRule() throws Exception {
        var chemists = org.hasGroup("Chemists");
        var user = org.hasUser("marie.curie@example.com");
        var rule = "/api/v1/groups/rules/" + rule(chemists);
        var before = json(probe.get(rule));
        var activated = probe.send("POST", rule + "/lifecycle/activate");
        probe.sendJson(
                "POST", "/api/v1/users/" + user, "{\"profile\":{\"department\":\"Chemistry\"}}");

        assertThat(Json.text(before, "status")).isEqualTo("INACTIVE");
        assertThat(activated.statusCode()).isEqualTo(204);
        assertThat(org.isMember(chemists, user)).isTrue();
        assertThat(error(probe.send("DELETE", rule))).isEqualTo("400 E0000001");
        assertThat(probe.send("POST", rule + "/lifecycle/deactivate").statusCode()).isEqualTo(204);
        assertThat(probe.send("DELETE", rule).statusCode()).isEqualTo(202);
        assertThat(attributes(probe.get("/api/v1/logs"), "eventType"))
                .containsExactly(
                        "policy.rule.add",
                        "group.user_membership.rule.trigger",
                        "user.account.update_profile",
                        "group.user_membership.rule.deactivated",
                        "policy.rule.delete");
    }

    @Test
    void invalidatesTheRuleOfADeletedGroup() throws Exception {
        var chemists = org.hasGroup("Chemists");
        var rule = "/api/v1/groups/rules/" + rule(chemists);
        probe.send("DELETE", "/api/v1/groups/" + chemists);

        assertThat(Json.text(json(probe.get(rule)), "status")).isEqualTo("INVALID");
        assertThat(attributes(probe.get("/api/v1/groups/rules?search=chem"), "name"))
                .containsExactly("Chemists");
    }

    private String rule(String group) throws IOException, InterruptedException {
        var made = probe.sendJson("POST", "/api/v1/groups/rules", RULE.replace("%s", group));
        return Json.text(json(made), "id");
    }
}
