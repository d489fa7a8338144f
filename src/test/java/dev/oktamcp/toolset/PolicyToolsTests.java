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
import java.util.List;
import java.util.Map;

@ServerTest
class PolicyToolsTests {

    private static final String DEFAULT = "Default Policy";

    private final SimulatedOrg org;
    private final RawClient client;
    private final OrgIds ids;

    PolicyToolsTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.client = RawClient.connected(servers.full());
        this.ids = new OrgIds(client);
    }

    private Map<String, Object> create(String type, String name, Map<String, Object> details) {
        var arguments = Map.<String, Object>of("type", type, "name", name, "details", details);
        var policy = client.agreed("create_policy", arguments).value();
        return Map.of("policy_id", policy.path("id").stringValue());
    }

    private Map<String, Object> system(String type) {
        return Map.of("policy_id", ids.named("list_policies", Map.of("type", type), DEFAULT));
    }

    private JsonNode get(Map<String, Object> policy) {
        return client.call("get_policy", policy).value();
    }

    @Test
    void listsPoliciesOfOneTypeByPriority() {
        create("ACCESS_POLICY", "Robots", Map.of("priority", 1));

        var page = client.call("list_policies", Map.of("type", "ACCESS_POLICY")).value();

        assertThat(page.path("items").findValuesAsString("name"))
                .startsWith("Robots")
                .endsWith(DEFAULT);
    }

    @Test
    void findsPoliciesByStatusAndTheBeginningOfTheirName() {
        create("OKTA_SIGN_ON", "Night shift", Map.of());
        var asked = Map.of("type", "OKTA_SIGN_ON", "status", "ACTIVE", "q", "Night");

        var page = client.call("list_policies", asked).value();

        assertThat(page.path("items").findValuesAsString("name")).containsExactly("Night shift");
    }

    @Test
    void refusesATypeThatThereIsNot() {
        var result = client.call("list_policies", Map.of("type", "FIREWALL"));

        assertThat(result.code()).isEqualTo("INVALID_ARGUMENTS");
        assertThat(org.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ACCESS_POLICY",
                "OKTA_SIGN_ON",
                "PASSWORD",
                "MFA_ENROLL",
                "PROFILE_ENROLLMENT",
                "DEVICE_SIGNAL_COLLECTION"
            })
    void createsAPolicyOfEveryTypeThatCanBeMade(String type) {
        var policy = create(type, "Made " + type, Map.of("description", "Made here"));

        assertThat(get(policy).path("type").stringValue()).isEqualTo(type);
        assertThat(get(policy).path("description").stringValue()).isEqualTo("Made here");
        assertThat(get(policy).path("status").stringValue()).isEqualTo("ACTIVE");
    }

    @Test
    void createsAPolicyThatDoesNotApplyYet() {
        var arguments =
                Map.<String, Object>of("type", "MFA_ENROLL", "name", "Later", "activate", false);

        var policy = client.agreed("create_policy", arguments).value();

        assertThat(policy.path("status").stringValue()).isEqualTo("INACTIVE");
    }

    @Test
    void changesASettingAndKeepsAllOthers() {
        var policy = system("PASSWORD");
        var before = get(policy);
        var age = Map.of("age", Map.of("maxAgeDays", 90));

        var changed = update(policy, Map.of("settings", Map.of("password", age)));

        assertThat(changed.at("/settings/password/age/maxAgeDays").asInt()).isEqualTo(90);
        assertThat(changed.at("/settings/password/age/historyCount").asInt()).isEqualTo(4);
        assertThat(changed.at("/settings/password/complexity"))
                .isEqualTo(before.at("/settings/password/complexity"));
        assertThat(changed.at("/settings/recovery")).isEqualTo(before.at("/settings/recovery"));
        assertThat(changed.path("conditions")).isEqualTo(before.path("conditions"));
    }

    @Test
    void takesOutWhatIsNullAndReplacesLists() {
        var engineers = org.groupId("Engineering");
        var sales = org.groupId("Sales");
        var policy =
                create(
                        "OKTA_SIGN_ON",
                        "Travellers",
                        Map.of("description", "On the road", "conditions", people(engineers)));
        var changes = new HashMap<String, Object>(Map.of("conditions", people(sales)));
        changes.put("description", null);

        var changed = update(policy, changes);

        assertThat(changed.has("description")).isFalse();
        assertThat(changed.path("name").stringValue()).isEqualTo("Travellers");
        assertThat(changed.at("/conditions/people/groups/include").toString())
                .isEqualTo("[\"%s\"]".formatted(sales));
    }

    private static Map<String, Object> people(String group) {
        return Map.of("people", Map.of("groups", Map.of("include", List.of(group))));
    }

    private JsonNode update(Map<String, Object> policy, Map<String, Object> changes) {
        var arguments = new HashMap<>(policy);
        arguments.put("changes", changes);
        return client.agreed("update_policy", arguments).value();
    }

    @Test
    void refusesAStatusThatAnotherToolChanges() {
        var arguments = new HashMap<>(create("PASSWORD", "Not switched off", Map.of()));
        arguments.put("changes", Map.of("status", "INACTIVE"));

        var result = client.agreed("update_policy", arguments);

        assertThat(result.code()).isEqualTo("INVALID_ARGUMENTS");
        assertThat(result.text()).contains("status can't be changed so", "deactivate_policy");
        assertThat(org.requests().toString()).doesNotContain("PUT");
    }

    @Test
    void changesNoPolicyWithoutAYes() {
        var policy = create("PASSWORD", "Unchanged", Map.of());
        var arguments = new HashMap<>(policy);
        arguments.put("changes", Map.of("name", "Changed"));

        var result = client.call("update_policy", arguments);

        assertThat(result.code()).isEqualTo("NOT_CONFIRMED");
        assertThat(get(policy).path("name").stringValue()).isEqualTo("Unchanged");
    }

    @Test
    void deletesAPolicyAfterAYes() {
        var policy = create("ACCESS_POLICY", "To delete", Map.of());

        client.agreed("delete_policy", policy).value();

        assertThat(client.call("get_policy", policy).text()).contains("E0000007");
    }

    @Test
    void deletesNoPolicyWithoutAYes() {
        var policy = create("ACCESS_POLICY", "To keep", Map.of());

        assertThat(client.call("delete_policy", policy).code()).isEqualTo("NOT_CONFIRMED");
        assertThat(get(policy).path("name").stringValue()).isEqualTo("To keep");
    }
}
