package dev.oktamcp.toolset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

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
}
