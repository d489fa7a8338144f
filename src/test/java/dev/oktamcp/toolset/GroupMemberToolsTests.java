package dev.oktamcp.toolset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

@ServerTest
class GroupMemberToolsTests {

    private final SimulatedOrg org;
    private final RawClient client;

    GroupMemberToolsTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.client = RawClient.connected(servers.full());
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
    void listsTheAppsOfAGroup() {
        var group = org.groupId("Finance");

        var page = client.call("list_group_apps", Map.of("group_id", group)).value();

        assertThat(page.path("items").findValuesAsString("label"))
                .containsExactlyInAnyOrder("Payroll", "Ledger", "Expenses", "Bank Portal");
    }

    @Test
    void listsTheOwnersOfAGroup() throws IOException, InterruptedException {
        var owner = org.hasUser("owner@example.com");
        var group = org.hasGroup("Owned");
        owns(group, owner);

        var page = client.call("list_group_owners", Map.of("group_id", group)).value();

        assertThat(page.path("items").findValuesAsString("id")).containsExactly(owner);
    }

    private void owns(String group, String user) throws IOException, InterruptedException {
        var body = "{\"type\":\"USER\",\"id\":\"%s\"}".formatted(user);
        var request =
                HttpRequest.newBuilder(org.url().resolve("/api/v1/groups/" + group + "/owners"))
                        .header("Authorization", "SSWS " + org.apiToken())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build();
        HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
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

    @Test
    void removesAUserFromAGroup() {
        var user = org.hasUser("leaves@example.com");
        var group = org.hasGroup("To leave");
        org.hasMember(group, user);

        client.call("remove_user_from_group", Map.of("group_id", group, "user_id", user)).value();

        assertThat(org.isMember(group, user)).isFalse();
    }

    @Test
    void handsOnThatABuiltInGroupLosesNoMembers() {
        var user = org.hasUser("stays@example.com");
        var group = org.groupId("Everyone");

        var result =
                client.call("remove_user_from_group", Map.of("group_id", group, "user_id", user));

        assertThat(result.text()).contains("HTTP 501, E0000060");
        assertThat(org.isMember(group, user)).isTrue();
    }
}
