package dev.oktamcp.toolset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;
import java.util.Map;

@ServerTest
class GroupRoleToolsTests {

    private final SimulatedOrg org;
    private final RawClient client;

    GroupRoleToolsTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.client = RawClient.connected(servers.full());
    }

    private List<String> rolesOf(String group) {
        var page = client.call("list_group_roles", Map.of("group_id", group)).value();
        return page.path("items").findValuesAsString("type");
    }

    @Test
    void makesAdministratorsOfAGroupAndUnmakesThem() {
        var group = org.hasGroup("Night watch");
        var asked = Map.<String, Object>of("group_id", group, "role", "READ_ONLY_ADMIN");

        var role = client.agreed("assign_group_role", asked).value().path("id").stringValue();
        assertThat(rolesOf(group)).containsExactly("READ_ONLY_ADMIN");

        var given = Map.<String, Object>of("group_id", group, "role_assignment_id", role);
        client.agreed("unassign_group_role", given).value();
        assertThat(rolesOf(group)).isEmpty();
    }

    @Test
    void tellsHowManyBecomeAdministrators() {
        var group = org.hasGroup("Two of them");
        org.hasMember(group, org.hasUser("first.of.two@example.com"));
        org.hasMember(group, org.hasUser("second.of.two@example.com"));
        var asked = Map.of("group_id", group, "role", "ORG_ADMIN", "dry_run", true);

        var preview = client.call("assign_group_role", asked).value();

        assertThat(preview.path("reach").toString()).contains("become administrators by it: 2.");
        assertThat(rolesOf(group)).isEmpty();
    }

    @Test
    void givesNoGroupARoleWithoutAYes() {
        var group = org.hasGroup("Ordinary people");
        var asked = Map.of("group_id", group, "role", "SUPER_ADMIN");

        assertThat(client.call("assign_group_role", asked).code()).isEqualTo("NOT_CONFIRMED");
        assertThat(rolesOf(group)).isEmpty();
    }

    @Test
    void handsOnThatABuiltInGroupTakesNoRole() {
        var asked =
                Map.<String, Object>of(
                        "group_id", org.groupId("Everyone"), "role", "READ_ONLY_ADMIN");

        assertThat(client.agreed("assign_group_role", asked).text()).contains("E0000211");
    }
}
