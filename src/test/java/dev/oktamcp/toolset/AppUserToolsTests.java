package dev.oktamcp.toolset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.CallResult;
import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.simulation.SimulatedOrg;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.Map;

@ServerTest
class AppUserToolsTests {

    private final SimulatedOrg org;
    private final RawClient client;
    private final String payroll;

    AppUserToolsTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.client = RawClient.connected(servers.full());
        var found = client.call("list_applications", Map.of("q", "Payroll")).value();
        this.payroll = found.at("/items/0/id").stringValue();
    }

    private CallResult call(String tool, String user, Object... more) {
        return client.call(tool, arguments(user, more));
    }

    private CallResult unassign(String user, Object... more) {
        return client.agreed("unassign_user_from_application", arguments(user, more));
    }

    private Map<String, Object> arguments(String user, Object... more) {
        var arguments = new HashMap<String, Object>();
        arguments.put("app_id", payroll);
        arguments.put("user_id", user);
        for (int i = 0; i < more.length; i += 2) {
            arguments.put((String) more[i], more[i + 1]);
        }
        return arguments;
    }

    private JsonNode profile(String user) {
        return call("get_application_user", user).value().path("profile");
    }

    @Test
    void assignsAUserWithAProfileAndAName() {
        var user = org.hasUser("clerk@example.org");
        var role = Map.of("role", "clerk");

        var assigned =
                call("assign_user_to_application", user, "profile", role, "user_name", "c1")
                        .value();

        assertThat(assigned.path("scope").stringValue()).isEqualTo("USER");
        assertThat(assigned.at("/credentials/userName").stringValue()).isEqualTo("c1");
        assertThat(profile(user).path("role").stringValue()).isEqualTo("clerk");
    }

    @Test
    void saysThatAUserHasTheAppAlready() {
        var user = org.hasUser("twice@example.org");
        var role = Map.of("role", "clerk");
        call("assign_user_to_application", user, "profile", role).value();
        org.forgetRequests();

        var again = call("assign_user_to_application", user);

        assertThat(again.code()).isEqualTo("INVALID_ARGUMENTS");
        assertThat(again.text()).contains("directly").contains("update_application_user");
        assertThat(org.requests().toString()).doesNotContain("POST");
        assertThat(profile(user).path("role").stringValue()).isEqualTo("clerk");
    }

    @Test
    void saysThatAUserHasTheAppThroughAGroup() {
        var user = org.hasUser("finance@example.org");
        org.hasMember(org.groupId("Finance"), user);

        var result = call("assign_user_to_application", user);

        assertThat(result.text()).contains("through a group");
    }

    @Test
    void handsOnThatAnInactiveUserCantBeAssigned() {
        var user = org.hasUser("left@example.org", "DEPROVISIONED");

        assertThat(call("assign_user_to_application", user).text()).contains("E0000117");
    }

    @Test
    void changesTheAttributesThatAreGivenAndKeepsTheRest() {
        var user = org.hasUser("promoted@example.org");
        var profile = Map.of("role", "clerk", "desk", 12, "floor", "3");
        call("assign_user_to_application", user, "profile", profile).value();
        var changes = new HashMap<String, @Nullable Object>();
        changes.put("role", "lead");
        changes.put("floor", null);

        call("update_application_user", user, "profile", changes).value();

        assertThat(profile(user).path("role").stringValue()).isEqualTo("lead");
        assertThat(profile(user).path("desk").asInt()).isEqualTo(12);
        assertThat(profile(user).hasNonNull("floor")).isFalse();
    }

    @Test
    void handsOnThatAUserHasNotTheApp() {
        var user = org.hasUser("nobody@example.org");

        assertThat(call("get_application_user", user).text()).contains("HTTP 404, E0000007");
        assertThat(call("update_application_user", user, "profile", Map.of("a", "b")).text())
                .contains("HTTP 404, E0000007");
        assertThat(unassign(user).text()).contains("HTTP 404, E0000007");
    }

    @Test
    void unassignsAUser() {
        var user = org.hasUser("moves.on@example.org");
        call("assign_user_to_application", user).value();

        unassign(user, "send_email", true).value();

        assertThat(call("get_application_user", user).text()).contains("E0000007");
        assertThat(org.requests().toString()).contains("sendEmail=true");
    }

    @Test
    void unassignsNobodyWithoutAYes() {
        var user = org.hasUser("is.kept@example.org");
        call("assign_user_to_application", user).value();

        var unasked = call("unassign_user_from_application", user);
        var told = call("unassign_user_from_application", user, "dry_run", true).value();

        assertThat(unasked.code()).isEqualTo("NOT_CONFIRMED");
        assertThat(told.path("undo").asString("")).contains("app profile stays lost");
        assertThat(told.at("/reach/0").asString("")).contains("account there is deactivated");
        assertThat(profile(user).isObject()).isTrue();
    }

    @Test
    void unassignsNobodyWhoHasTheAppThroughAGroup() {
        var user = org.hasUser("stays@example.org");
        org.hasMember(org.groupId("Finance"), user);
        org.forgetRequests();

        var result = unassign(user);

        assertThat(result.code()).isEqualTo("INVALID_ARGUMENTS");
        assertThat(result.text()).contains("remove_user_from_group");
        assertThat(org.requests().toString()).doesNotContain("DELETE");
    }

    @Test
    void listsTheUsersOfAnApp() {
        var user = org.hasUser("zacharias@example.org");
        call("assign_user_to_application", user).value();
        var arguments = Map.of("app_id", payroll, "q", "zachar");

        var page = client.call("list_application_users", arguments).value();

        assertThat(page.path("items").findValuesAsString("id")).containsExactly(user);
        assertThat(page.at("/items/0/scope").stringValue()).isEqualTo("USER");
    }
}
