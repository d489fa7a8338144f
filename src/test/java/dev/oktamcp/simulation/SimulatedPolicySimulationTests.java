package dev.oktamcp.simulation;

import static dev.oktamcp.simulation.OrgProbe.attributes;
import static dev.oktamcp.simulation.OrgProbe.error;
import static dev.oktamcp.simulation.OrgProbe.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpResponse;

/// Checks what tells which policies would decide.
class SimulatedPolicySimulationTests {

    private static final String SIMULATE = "/api/v1/policies/simulate";

    private final SimulatedOrg org = SimulatedOrg.start(SimulationSettings.bare());
    private final OrgProbe probe = new OrgProbe(org);

    @AfterEach
    void stop() {
        probe.close();
    }

    @Test
    void tellsWhatDidNotMatchWhereAskedFor() throws Exception {
        var decided = enrollment("");
        var evaluated = enrollment("?expand=EVALUATED");
        var why = enrollment("?expand=EVALUATED&expand=RULE");

        assertThat(decided.has("evaluated")).isFalse();
        assertThat(decided.at("/result/policies/0/name").stringValue()).isEqualTo("Default Policy");
        assertThat(evaluated.at("/evaluated/policies/0/name").stringValue()).isEqualTo("Staff");
        assertThat(evaluated.at("/evaluated/policies/0/conditions")).isEmpty();
        assertThat(why.at("/evaluated/policies/0/conditions/0/type").stringValue())
                .isEqualTo("PEOPLE");
    }

    @Test
    void takesAUserOrGroupsAndNotBoth() throws Exception {
        var user = "\"user\":{\"id\":\"%s\"}".formatted(user());
        var groups = "\"groups\":{\"ids\":[\"%s\"]}".formatted(org.groupId("Engineering"));

        assertThat(simulate("", groups).statusCode()).isEqualTo(200);
        assertThat(error(simulate("", user + "," + groups))).isEqualTo("400 E0000001");
        assertThat(error(simulate("", ""))).isEqualTo("400 E0000001");
    }

    private JsonNode enrollment(String query) throws Exception {
        var simulated = simulate(query, "\"user\":{\"id\":\"%s\"}".formatted(user()));
        return json(simulated).get(0);
    }

    private HttpResponse<String> simulate(String query, String context) throws Exception {
        var app = attributes(probe.get("/api/v1/apps?q=Payroll"), "id").getFirst();
        var body =
                "[{\"appInstance\":\"%s\",\"policyTypes\":[\"MFA_ENROLL\"],\"policyContext\":{%s}}]"
                        .formatted(app, context);
        return probe.sendJson("POST", SIMULATE + query, body);
    }

    private String user() {
        return org.hasUser("no.engineer@example.com");
    }
}
