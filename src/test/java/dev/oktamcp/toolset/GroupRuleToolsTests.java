package dev.oktamcp.toolset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.AgreeingClient;
import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;

@ServerTest
class GroupRuleToolsTests {

    private final SimulatedOrg org;
    private final TestServers servers;
    private final RawClient client;

    GroupRuleToolsTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.servers = servers;
        this.client = RawClient.connected(servers.full());
    }

    private JsonNode create(String name, String group) {
        var arguments =
                Map.of(
                        "name", name,
                        "expression", "user.department == \"%s\"".formatted(name),
                        "group_ids", List.of(group));
        return client.call("create_group_rule", arguments).value();
    }

    private Map<String, Object> ruleFor(String name, String group) {
        return Map.of("group_rule_id", create(name, group).path("id").stringValue());
    }

    @Test
    void createsARuleThatDoesNothingYet() {
        var group = org.hasGroup("Chemists");

        var rule = create("Chemistry", group);

        assertThat(rule.path("status").stringValue()).isEqualTo("INACTIVE");
        assertThat(rule.at("/conditions/expression/value").stringValue())
                .isEqualTo("user.department == \"Chemistry\"");
        assertThat(rule.at("/actions/assignUserToGroups/groupIds/0").stringValue())
                .isEqualTo(group);
    }

    @Test
    void handsOnThatTheGroupOfARuleIsNotThere() {
        var arguments =
                Map.of("name", "Lost", "expression", "true", "group_ids", List.of("00gnothere"));

        assertThat(client.call("create_group_rule", arguments).text()).contains("E0000001");
    }

    @Test
    void listsRulesByAWordOfTheirName() {
        create("Botany", org.hasGroup("Botanists"));

        var page = client.call("list_group_rules", Map.of("search", "botan")).value();

        assertThat(page.path("items").findValuesAsString("name")).containsExactly("Botany");
    }

    @Test
    void tellsTheNamesOfTheGroupsOfARule() {
        var group = org.hasGroup("Zoologists");

        var rule = client.call("get_group_rule", ruleFor("Zoology", group)).value();

        assertThat(rule.path("_embedded").toString())
                .isEqualTo("{\"groupIdToGroupNameMap\":{\"%s\":\"Zoologists\"}}".formatted(group));
    }

    @Test
    void putsPeopleIntoTheGroupOfAnActiveRule() {
        var group = org.hasGroup("All engineers");
        var engineer = org.userId("ada.lovelace@example.com");
        var rule = ruleFor("Engineering", group);

        client.call("activate_group_rule", rule).value();

        assertThat(org.isMember(group, engineer)).isTrue();
        client.call("deactivate_group_rule", rule).value();
        assertThat(client.call("get_group_rule", rule).value().path("status").stringValue())
                .isEqualTo("INACTIVE");
        assertThat(org.isMember(group, engineer)).isTrue();
    }

    @Test
    void deletesARuleAfterAYes() {
        var rule = ruleFor("Physics", org.hasGroup("Physicists"));

        try (var agreeing = new AgreeingClient(servers.full())) {
            agreeing.call("delete_group_rule", rule).value();
        }

        assertThat(client.call("get_group_rule", rule).text()).contains("E0000007");
    }

    /// A group with one whom the rule put there, and one whom somebody put there; the rule deleted.
    private List<Boolean> membersAfter(String area, boolean removeUsers) {
        var group = org.hasGroup(area + " group");
        var ruled = org.hasUser("ruled.%s@example.com".formatted(area));
        var added = org.hasUser("added.%s@example.com".formatted(area));
        org.hasMember(group, added);
        var profile = Map.of("department", area);
        client.agreed("update_user", Map.of("user_id", ruled, "profile", profile)).value();
        var rule = ruleFor(area, group);
        client.call("activate_group_rule", rule).value();
        assertThat(org.isMember(group, ruled)).isTrue();
        client.call("deactivate_group_rule", rule).value();

        var id = rule.get("group_rule_id");
        var arguments = Map.of("group_rule_id", id, "remove_users", removeUsers);
        client.agreed("delete_group_rule", arguments).value();

        return List.of(org.isMember(group, ruled), org.isMember(group, added));
    }

    @Test
    void takesOutThoseWhomADeletedRulePutIn() {
        assertThat(membersAfter("Astronomy", true)).containsExactly(false, true);
    }

    @Test
    void leavesThoseWhomADeletedRulePutIn() {
        assertThat(membersAfter("Seismology", false)).containsExactly(true, true);
    }

    @Test
    void handsOnThatAnActiveRuleStays() {
        var rule = ruleFor("Geology", org.hasGroup("Geologists"));
        client.call("activate_group_rule", rule).value();

        try (var agreeing = new AgreeingClient(servers.full())) {
            assertThat(agreeing.call("delete_group_rule", rule).text()).contains("E0000001");
        }
    }
}
