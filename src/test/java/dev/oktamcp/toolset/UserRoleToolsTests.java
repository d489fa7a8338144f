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
class UserRoleToolsTests {

    private final SimulatedOrg org;
    private final RawClient client;

    UserRoleToolsTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.client = RawClient.connected(servers.full());
    }

    @Test
    void listsTheRolesOfAnAdministrator() {
        var user = org.userId("margaret.hamilton@example.com");

        var page = client.call("list_user_roles", Map.of("user_id", user)).value();

        assertThat(page.path("items").findValuesAsString("type")).contains("SUPER_ADMIN");
    }

    @Test
    void listsNoRolesOfAnybodyElse() {
        var user = org.hasUser("no.administrator@example.com");

        var page = client.call("list_user_roles", Map.of("user_id", user)).value();

        assertThat(page.path("items")).isEmpty();
        assertThat(page.path("has_more").asBoolean(true)).isFalse();
    }

    @Test
    void makesAnAdministratorAndUnmakesOne() {
        var user = org.hasUser("helps.out@example.com");
        var asked = Map.<String, Object>of("user_id", user, "role", "HELP_DESK_ADMIN");

        var role = client.agreed("assign_user_role", asked).value().path("id").stringValue();
        assertThat(rolesOf(user)).containsExactly("HELP_DESK_ADMIN");

        var given = Map.<String, Object>of("user_id", user, "role_assignment_id", role);
        client.agreed("unassign_user_role", given).value();
        assertThat(rolesOf(user)).isEmpty();
    }

    private List<String> rolesOf(String user) {
        var page = client.call("list_user_roles", Map.of("user_id", user)).value();
        return page.path("items").findValuesAsString("type");
    }

    @Test
    void givesACustomRoleForItsResourceSet() {
        var user = org.hasUser("has.a.custom.role@example.com");
        var role = first("listRoles");
        var set = first("listResourceSets");
        var asked =
                Map.<String, Object>of(
                        "user_id", user,
                        "role", "CUSTOM",
                        "custom_role_id", role,
                        "resource_set_id", set);

        var given = client.agreed("assign_user_role", asked).value();

        assertThat(given.path("role").stringValue()).isEqualTo(role);
        assertThat(given.path("resource-set").stringValue()).isEqualTo(set);
    }

    private String first(String operation) {
        var listed = client.call("call_read", Map.of("operation", operation)).value();
        return listed.at("/items/0/id").stringValue();
    }

    @Test
    void givesNoCustomRoleThatIsNotToldInFull() {
        var user = org.hasUser("no.custom.role@example.com");
        var half = Map.of("user_id", user, "role", "CUSTOM", "custom_role_id", "cr0");
        var more = Map.of("user_id", user, "role", "ORG_ADMIN", "resource_set_id", "iam1");

        assertThat(client.agreed("assign_user_role", Map.copyOf(half)).text())
                .contains("needs custom_role_id and resource_set_id");
        assertThat(client.agreed("assign_user_role", Map.copyOf(more)).text())
                .contains("belong to role CUSTOM alone");
        assertThat(org.requests()).isEmpty();
    }

    @Test
    void handsOnThatTheUserHasTheRoleAlready() {
        var user = org.hasUser("has.it.already@example.com");
        var asked = Map.<String, Object>of("user_id", user, "role", "REPORT_ADMIN");
        client.agreed("assign_user_role", asked).value();

        assertThat(client.agreed("assign_user_role", asked).text()).contains("E0000090");
    }
}
