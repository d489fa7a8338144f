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

import java.util.HashMap;
import java.util.Map;

@ServerTest
class PolicyRuleToolsTests {

    private final SimulatedOrg org;
    private final RawClient client;

    PolicyRuleToolsTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.client = RawClient.connected(servers.full());
    }

    private String policy(String type, String name) {
        var policy = client.agreed("create_policy", Map.of("type", type, "name", name)).value();
        return policy.path("id").stringValue();
    }

    private Map<String, Object> create(String policy, String name, Map<String, Object> rule) {
        var arguments = Map.<String, Object>of("policy_id", policy, "name", name, "rule", rule);
        var made = client.agreed("create_policy_rule", arguments).value();
        return Map.of("policy_id", policy, "rule_id", made.path("id").stringValue());
    }

    private static Map<String, Object> denied() {
        return Map.of("actions", Map.of("signon", Map.of("access", "DENY")));
    }

    private JsonNode get(Map<String, Object> rule) {
        return client.call("get_policy_rule", rule).value();
    }

    private Map<String, Object> system(String type) {
        var ids = new OrgIds(client);
        var policy = ids.named("list_policies", Map.of("type", type), "Default Policy");
        var rule = ids.named("list_policy_rules", Map.of("policy_id", policy), "Default Rule");
        return Map.of("policy_id", policy, "rule_id", rule);
    }

    @Test
    void listsRulesInTheOrderInWhichTheyDecide() {
        var policy = policy("OKTA_SIGN_ON", "In order");
        create(policy, "Second", denied());
        create(policy, "First", Map.of("priority", 1));

        var page = client.call("list_policy_rules", Map.of("policy_id", policy)).value();

        assertThat(page.path("items").findValuesAsString("name"))
                .containsExactly("First", "Second");
    }

    @Test
    void givesARuleTheTypeThatItsPolicyAsksFor() {
        var rule = create(policy("OKTA_SIGN_ON", "Typed"), "Deny", denied());

        assertThat(org.requests().toString()).contains("rules");
        assertThat(get(rule).path("type").stringValue()).isEqualTo("SIGN_ON");
        assertThat(get(rule).at("/actions/signon/access").stringValue()).isEqualTo("DENY");
    }

    @Test
    void createsARuleThatDoesNotDecideYet() {
        var policy = policy("ACCESS_POLICY", "Prepared");
        var rule = Map.of("actions", Map.of("appSignOn", Map.of("access", "DENY")));
        var arguments =
                Map.<String, Object>of(
                        "policy_id", policy, "name", "Nobody", "rule", rule, "activate", false);

        var made = client.agreed("create_policy_rule", arguments).value();

        assertThat(made.path("status").stringValue()).isEqualTo("INACTIVE");
    }

    @Test
    void addsNoRuleWhereOktaTakesNone() {
        var policy = system("PROFILE_ENROLLMENT").get("policy_id");
        org.forgetRequests();
        var arguments =
                Map.<String, Object>of("policy_id", policy, "name", "More", "rule", Map.of());

        var result = client.agreed("create_policy_rule", arguments);

        assertThat(result.code()).isEqualTo("INVALID_ARGUMENTS");
        assertThat(result.text()).contains("PROFILE_ENROLLMENT").contains("update_policy_rule");
        assertThat(org.requests().toString()).doesNotContain("POST");
    }

    @Test
    void changesAnActionAndKeepsTheRest() {
        var signOn =
                Map.of("access", "ALLOW", "requireFactor", false, "factorPromptMode", "ALWAYS");
        var office = Map.of("network", Map.of("connection", "ANYWHERE"));
        var rule =
                create(
                        policy("OKTA_SIGN_ON", "Stricter"),
                        "Office",
                        Map.of("actions", Map.of("signon", signOn), "conditions", office));

        var changed =
                update(rule, Map.of("actions", Map.of("signon", Map.of("requireFactor", true))));

        assertThat(changed.at("/actions/signon/requireFactor").asBoolean(false)).isTrue();
        assertThat(changed.at("/actions/signon/factorPromptMode").stringValue())
                .isEqualTo("ALWAYS");
        assertThat(changed.at("/conditions/network/connection").stringValue())
                .isEqualTo("ANYWHERE");
        assertThat(changed.path("name").stringValue()).isEqualTo("Office");
        assertThat(changed.path("priority").asInt()).isEqualTo(1);
    }

    private JsonNode update(Map<String, Object> rule, Map<String, Object> changes) {
        var arguments = new HashMap<>(rule);
        arguments.put("changes", changes);
        return client.agreed("update_policy_rule", arguments).value();
    }

    @Test
    void refusesAStatusThatAnotherToolChanges() {
        var rule = create(policy("OKTA_SIGN_ON", "Still on"), "Deny", denied());
        var arguments = new HashMap<>(rule);
        arguments.put("changes", Map.of("status", "INACTIVE"));

        var result = client.agreed("update_policy_rule", arguments);

        assertThat(result.code()).isEqualTo("INVALID_ARGUMENTS");
        assertThat(result.text()).contains("deactivate_policy_rule");
        assertThat(get(rule).path("status").stringValue()).isEqualTo("ACTIVE");
    }

    @Test
    void changesNoRuleWithoutAYes() {
        var rule = create(policy("OKTA_SIGN_ON", "Left alone"), "Kept", denied());
        var arguments = new HashMap<>(rule);
        arguments.put("changes", Map.of("name", "Changed"));

        var result = client.call("update_policy_rule", arguments);

        assertThat(result.code()).isEqualTo("NOT_CONFIRMED");
        assertThat(get(rule).path("name").stringValue()).isEqualTo("Kept");
    }

    @Test
    void deletesARuleAfterAYes() {
        var rule = create(policy("OKTA_SIGN_ON", "Shorter"), "Gone", denied());

        client.agreed("delete_policy_rule", rule).value();

        assertThat(client.call("get_policy_rule", rule).text()).contains("E0000007");
    }

    @Test
    void switchesARuleOffAndOnAgain() {
        var rule = create(policy("OKTA_SIGN_ON", "Switched"), "Sometimes", denied());

        client.agreed("deactivate_policy_rule", rule).value();
        assertThat(get(rule).path("status").stringValue()).isEqualTo("INACTIVE");

        client.agreed("activate_policy_rule", rule).value();
        assertThat(get(rule).path("status").stringValue()).isEqualTo("ACTIVE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete_policy_rule", "deactivate_policy_rule"})
    void leavesTheRulesOfTheSystemAsTheyAre(String tool) {
        var rule = system("PASSWORD");
        org.forgetRequests();

        var result = client.agreed(tool, rule);

        assertThat(result.code()).isEqualTo("INVALID_ARGUMENTS");
        assertThat(result.text()).contains("Default Rule").contains("update_policy_rule");
        assertThat(org.requests().toString()).doesNotContain("DELETE").doesNotContain("POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete_policy_rule", "deactivate_policy_rule"})
    void takesNoRuleAwayWithoutAYes(String tool) {
        var rule = create(policy("OKTA_SIGN_ON", "Kept from " + tool), "Stays", denied());

        assertThat(client.call(tool, rule).code()).isEqualTo("NOT_CONFIRMED");
        assertThat(get(rule).path("status").stringValue()).isEqualTo("ACTIVE");
    }
}
