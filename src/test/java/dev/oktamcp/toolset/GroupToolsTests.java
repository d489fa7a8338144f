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
class GroupToolsTests {

    private final SimulatedOrg org;
    private final RawClient client;

    GroupToolsTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.client = RawClient.connected(servers.full());
    }

    @Test
    void listsGroupsByTheBeginningOfTheirName() {
        var page = client.call("list_groups", Map.of("q", "Engin")).value();

        assertThat(page.at("/items/0/profile/name").stringValue()).isEqualTo("Engineering");
    }

    @Test
    void listsTheMembersOfAGroup() {
        var user = org.hasUser("member@example.com");
        var group = org.hasGroup("With members");
        org.hasMember(group, user);

        var page = client.call("list_group_users", Map.of("group_id", group)).value();

        assertThat(page.path("items").findValuesAsString("id")).contains(user);
    }

    @Test
    void addsAUserToAGroup() {
        var user = org.hasUser("joins@example.com");
        var group = org.hasGroup("To join");

        client.call("add_user_to_group", Map.of("group_id", group, "user_id", user)).value();

        assertThat(org.isMember(group, user)).isTrue();
    }

    @Test
    void handsOnThatAnAppGroupTakesNoMembers() {
        var user = org.hasUser("joins@example.com");
        var group = org.groupId("CORP Finance");

        var result = client.call("add_user_to_group", Map.of("group_id", group, "user_id", user));

        assertThat(result.text()).contains("HTTP 403, E0000006");
    }
}
