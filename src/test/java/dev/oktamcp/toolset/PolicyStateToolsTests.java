package dev.oktamcp.toolset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.util.Map;

/// Policies that are switched off or taken away: which can't be, and whom it concerns.
@ServerTest
class PolicyStateToolsTests {

    private final SimulatedOrg org;
    private final RawClient client;
    private final OrgIds ids;

    PolicyStateToolsTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.client = RawClient.connected(servers.full());
        this.ids = new OrgIds(client);
    }

    private Map<String, Object> create(String name) {
        var arguments = Map.<String, Object>of("type", "MFA_ENROLL", "name", name);
        var policy = client.agreed("create_policy", arguments).value();
        return Map.of("policy_id", policy.path("id").stringValue());
    }

    private JsonNode get(Map<String, Object> policy) {
        return client.call("get_policy", policy).value();
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete_policy", "deactivate_policy"})
    void tellsHowManyAppsLoseAPolicy(String tool) {
        var staff = ids.named("list_policies", Map.of("type", "ACCESS_POLICY"), "Staff");
        var asked = Map.of("policy_id", staff, "dry_run", true);

        var preview = client.call(tool, asked).value();

        assertThat(preview.path("target").stringValue()).contains("Staff");
        assertThat(preview.path("reach").toString())
                .containsPattern("mapped to the policy: [3-9][.]");
        assertThat(get(Map.of("policy_id", staff)).path("status").stringValue())
                .isEqualTo("ACTIVE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete_policy", "deactivate_policy"})
    void leavesThePoliciesOfTheSystemAsTheyAre(String tool) {
        var type = Map.<String, Object>of("type", "OKTA_SIGN_ON");
        var policy =
                Map.<String, Object>of(
                        "policy_id", ids.named("list_policies", type, "Default Policy"));
        org.forgetRequests();

        var result = client.agreed(tool, policy);

        assertThat(result.code()).isEqualTo("INVALID_ARGUMENTS");
        assertThat(result.text()).contains("Nothing was changed: Default Policy is the policy");
        assertThat(org.requests().toString()).doesNotContain("DELETE").doesNotContain("POST");
    }

    @Test
    void switchesAPolicyOffAndOnAgain() {
        var policy = create("Now and then");

        client.agreed("deactivate_policy", policy).value();
        assertThat(get(policy).path("status").stringValue()).isEqualTo("INACTIVE");

        client.agreed("activate_policy", policy).value();
        assertThat(get(policy).path("status").stringValue()).isEqualTo("ACTIVE");
    }

    @Test
    void switchesNoPolicyOffWithoutAYes() {
        var policy = create("Always on");

        assertThat(client.call("deactivate_policy", policy).code()).isEqualTo("NOT_CONFIRMED");
        assertThat(get(policy).path("status").stringValue()).isEqualTo("ACTIVE");
    }
}
