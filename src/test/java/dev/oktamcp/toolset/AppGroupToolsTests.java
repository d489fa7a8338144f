package dev.oktamcp.toolset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.CallResult;
import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.Map;

@ServerTest
class AppGroupToolsTests {

    private final SimulatedOrg org;
    private final RawClient client;
    private final String tickets;

    AppGroupToolsTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.client = RawClient.connected(servers.full());
        var found = client.call("list_applications", Map.of("q", "Tickets")).value();
        this.tickets = found.at("/items/0/id").stringValue();
    }

    private CallResult call(String tool, String group, Map<String, ?> more) {
        var arguments = new HashMap<String, Object>(more);
        arguments.put("app_id", tickets);
        arguments.put("group_id", group);
        return client.call(tool, arguments);
    }

    private CallResult unassign(String group) {
        var arguments = Map.of("app_id", tickets, "group_id", group);
        return client.agreed("unassign_group_from_application", arguments);
    }

    private JsonNode listed(String name) {
        var arguments = Map.of("app_id", tickets, "fetch_all", true);
        return client.call("list_application_groups", arguments)
                .value()
                .path("items")
                .valueStream()
                .filter(each -> each.at("/_embedded/group/profile/name").asString("").equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void givesTheMembersOfAGroupAnApp() {
        var group = org.hasGroup("Testers");
        var user = org.hasUser("tester@example.org");
        org.hasMember(group, user);
        var profile = Map.of("priority", 4, "profile", Map.of("role", "tester"));

        call("assign_group_to_application", group, profile).value();

        assertThat(listed("Testers").path("priority").asInt()).isEqualTo(4);
        assertThat(listed("Testers").at("/profile/role").stringValue()).isEqualTo("tester");
        var had = Map.of("app_id", tickets, "user_id", user);
        assertThat(client.call("get_application_user", had).value().path("scope").stringValue())
                .isEqualTo("GROUP");
    }

    @Test
    void saysThatAGroupHasTheAppAlreadyAndKeepsItsProfile() {
        var group = org.hasGroup("Twice given");
        var role = Map.of("profile", Map.of("role", "reader"));
        call("assign_group_to_application", group, role).value();

        var again = call("assign_group_to_application", group, Map.of());

        assertThat(again.code()).isEqualTo("INVALID_ARGUMENTS");
        assertThat(again.text()).contains("already").contains("update_application_group");
        assertThat(listed("Twice given").at("/profile/role").stringValue()).isEqualTo("reader");
    }

    @Test
    void changesThePriorityAndKeepsTheProfile() {
        var group = org.hasGroup("Reordered");
        var role = Map.of("priority", 7, "profile", Map.of("role", "reader"));
        call("assign_group_to_application", group, role).value();

        call("update_application_group", group, Map.of("priority", 2)).value();

        assertThat(listed("Reordered").path("priority").asInt()).isEqualTo(2);
        assertThat(listed("Reordered").at("/profile/role").stringValue()).isEqualTo("reader");
    }

    @Test
    void changesAnAttributeAndKeepsTheOthersAndThePriority() {
        var group = org.hasGroup("Described again");
        var before = Map.of("priority", 7, "profile", Map.of("role", "reader", "site", "Ulm"));
        call("assign_group_to_application", group, before).value();
        var change = Map.of("profile", Map.of("role", "writer"));

        call("update_application_group", group, change).value();

        var shown = listed("Described again");
        assertThat(shown.at("/profile/role").stringValue()).isEqualTo("writer");
        assertThat(shown.at("/profile/site").stringValue()).isEqualTo("Ulm");
        assertThat(shown.path("priority").asInt()).isEqualTo(7);
    }

    @Test
    void handsOnThatAGroupHasNotTheApp() {
        var group = org.hasGroup("Strangers");

        assertThat(call("update_application_group", group, Map.of("priority", 1)).text())
                .contains("HTTP 404, E0000007");
        assertThat(unassign(group).text()).contains("HTTP 404, E0000007");
    }

    @Test
    void takesAnAppFromAGroup() {
        var group = org.hasGroup("Dismissed");
        var user = org.hasUser("dismissed@example.org");
        org.hasMember(group, user);
        call("assign_group_to_application", group, Map.of()).value();

        unassign(group).value();

        var had = Map.of("app_id", tickets, "user_id", user);
        assertThat(client.call("get_application_user", had).text()).contains("E0000007");
        assertThat(org.isMember(group, user)).isTrue();
    }

    @Test
    void tellsWhatItWouldGiveThoughItIsNotThereYet() {
        var group = org.hasGroup("Not yet given");

        var told = call("assign_group_to_application", group, Map.of("dry_run", true)).value();

        assertThat(told.at("/requests/0/operation").asString(""))
                .isEqualTo("assignGroupToApplication");
        assertThat(told.at("/notes/0").asString("")).isEqualTo("It is not there yet.");
        assertThat(told.at("/undo").asString("")).contains("unassignApplicationFromGroup");
        assertThat(told.path("target").asString(""))
                .startsWith("Not yet given (")
                .contains("Tickets");
    }

    @Test
    void takesNoAppFromAGroupWithoutAYes() {
        var group = org.hasGroup("Kept on");
        call("assign_group_to_application", group, Map.of()).value();

        var unasked = call("unassign_group_from_application", group, Map.of());

        assertThat(unasked.code()).isEqualTo("NOT_CONFIRMED");
        assertThat(listed("Kept on").path("id").stringValue()).isEqualTo(group);
    }

    @Test
    void tellsWhoWouldLoseAnApp() {
        var group = org.hasGroup("Watched");
        org.hasMember(group, org.hasUser("watched@example.org"));
        call("assign_group_to_application", group, Map.of()).value();

        var told = call("unassign_group_from_application", group, Map.of("dry_run", true)).value();

        assertThat(told.path("target").asString("")).contains("Watched").contains("Tickets");
        assertThat(told.at("/reach/0").asString("")).contains("lose the app").endsWith(": 1.");
        assertThat(listed("Watched").path("id").stringValue()).isEqualTo(group);
    }
}
