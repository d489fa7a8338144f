package dev.oktamcp.toolset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.server.ServerDefinition.Filter;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;
import java.util.Set;

@ServerTest
class CompareToolsTests {

    private static final Map<String, String> TWO =
            Map.of("first_user", "Margaret Hamilton", "second_user", "lynn.conway@example.com");

    private final SimulatedOrg org;
    private final TestServers servers;

    CompareToolsTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.servers = servers;
    }

    private static JsonNode compared(String server) {
        return RawClient.connected(server).call("compare_users", TWO).value();
    }

    @Test
    void tellsWhoHasWhat() {
        var compared = compared(servers.readOnly());

        assertThat(compared.at("/groups/only_first").findValuesAsString("name"))
                .contains("Engineering", "Okta Administrators")
                .doesNotContain("Finance", "Everyone");
        assertThat(compared.at("/groups/only_second").findValuesAsString("name"))
                .contains("Finance", "CORP Finance");
        assertThat(compared.at("/groups/both").findValuesAsString("name")).contains("Everyone");
        assertThat(compared.at("/apps/only_second").findValuesAsString("label"))
                .contains("Payroll");
        assertThat(compared.at("/admin_roles/only_first").findValuesAsString("type"))
                .contains("SUPER_ADMIN");
        assertThat(compared.path("left_out")).isEmpty();
    }

    @Test
    void tellsInWhichAttributesTheyDiffer() {
        var compared = compared(servers.readOnly());

        assertThat(compared.at("/profile/department/first").stringValue()).isEqualTo("Engineering");
        assertThat(compared.at("/profile/department/second").stringValue()).isEqualTo("Finance");
        assertThat(compared.path("profile").has("userType")).isFalse();
        assertThat(compared.path("same_attributes").asInt()).isEqualTo(1);
    }

    @Test
    void doesNotCompareWhatIsHidden() {
        var compared = compared(servers.hiding("department", "userType", "title"));

        assertThat(compared.path("profile").has("department")).isFalse();
        assertThat(compared.path("profile").has("title")).isFalse();
        assertThat(compared.path("same_attributes").asInt()).isZero();
    }

    @Test
    void leavesOutWhatTheServerDoesNotAllow() {
        var filter =
                new Filter(Set.of("read"), Set.of(), Set.of(), Set.of("listAppLinks"), Set.of());

        var compared = compared(servers.with(filter));

        assertThat(compared.path("left_out")).hasSize(1);
        assertThat(compared.has("apps")).isFalse();
        assertThat(compared.has("groups")).isTrue();
    }

    @Test
    void comparesCustomRolesByWhatTheyAreFor() {
        var client = RawClient.connected(servers.full());
        var first = org.hasUser("role.on.first@example.com");
        var second = org.hasUser("role.on.second@example.com");
        var role = ids(client, "listRoles").getFirst();
        var sets = ids(client, "listResourceSets");
        give(client, first, role, sets.get(0));
        give(client, second, role, sets.get(1));

        var arguments = Map.of("first_user", first, "second_user", second);
        var roles = client.call("compare_users", arguments).value().path("admin_roles");

        assertThat(roles.at("/both/count").asInt()).isZero();
        assertThat(roles.at("/only_first/items/0/resource_set").stringValue())
                .isEqualTo(sets.getFirst());
    }

    private static List<String> ids(RawClient client, String operation) {
        return client.call("call_read", Map.of("operation", operation))
                .value()
                .path("items")
                .findValuesAsString("id");
    }

    private static void give(RawClient client, String user, String role, String set) {
        var asked =
                Map.<String, Object>of(
                        "user_id", user,
                        "role", "CUSTOM",
                        "custom_role_id", role,
                        "resource_set_id", set);
        client.agreed("assign_user_role", asked).value();
    }

    @Test
    void comparesNobodyWithWhoIsNotThere() {
        var two = Map.of("first_user", "Nobody Atall", "second_user", "lynn.conway@example.com");

        var result = RawClient.connected(servers.readOnly()).call("compare_users", two);

        assertThat(result.text()).contains("There is no user Nobody Atall");
        assertThat(org.unknownRequests()).isEmpty();
    }
}
