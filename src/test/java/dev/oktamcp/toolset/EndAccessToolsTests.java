package dev.oktamcp.toolset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.AgreeingClient;
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
class EndAccessToolsTests {

    private final SimulatedOrg org;
    private final TestServers servers;
    private final RawClient client;

    EndAccessToolsTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.servers = servers;
        this.client = RawClient.connected(servers.full());
    }

    private JsonNode agreed(String tool, Map<String, Object> arguments) {
        return client.agreed(tool, arguments).value();
    }

    private static List<String> outcomes(JsonNode answer) {
        return answer.path("steps").findValuesAsString("outcome");
    }

    private List<String> factors(String user) {
        return client.call("list_user_factors", Map.of("user_id", user))
                .value()
                .path("items")
                .findValuesAsString("factorType");
    }

    @Test
    void containsAUserInOneActThatSaysWhatItIs() {
        var user = org.hasUser("to.contain@example.com");

        try (var agreeing = new AgreeingClient(client.url())) {
            var answer = agreeing.call("contain_user", Map.of("user", user)).value();

            assertThat(answer.path("complete").asBoolean(false)).isTrue();
            assertThat(outcomes(answer)).containsExactly("DONE", "DONE");
            assertThat(agreeing.questions())
                    .singleElement()
                    .asString()
                    .contains("to.contain@example.com (%s)".formatted(user))
                    .contains("Suspends the account")
                    .contains("Ends all Okta sessions");
        }
        assertThat(org.statusOf(user)).isEqualTo("SUSPENDED");
    }

    @Test
    void containsTwiceWithoutHarm() {
        var user = org.hasUser("contained.twice@example.com");
        agreed("contain_user", Map.of("user", user));

        var again = agreed("contain_user", Map.of("user", user));

        assertThat(outcomes(again)).containsExactly("NOT_NEEDED", "DONE");
        assertThat(again.path("complete").asBoolean(false)).isTrue();
    }

    @Test
    void removesFactorsWhereAsked() {
        var ines = org.userId("frances.allen@example.com");
        assertThat(factors(ines)).isNotEmpty();

        var answer = agreed("contain_user", Map.of("user", ines, "reset_factors", true));

        assertThat(outcomes(answer)).containsExactly("DONE", "DONE", "DONE");
        assertThat(factors(ines)).isEmpty();
    }

    @Test
    void saysWhatItCannotDoAndDoesTheRest() {
        var user = org.hasUser("expired.contained@example.com", "PASSWORD_EXPIRED");

        var answer = agreed("contain_user", Map.of("user", user));

        assertThat(outcomes(answer)).containsExactly("NOT_POSSIBLE", "DONE");
        assertThat(answer.path("complete").asBoolean(true)).isFalse();
        assertThat(answer.at("/steps/0/detail").stringValue()).contains("deactivate_user");
    }

    @Test
    void offboards() {
        var user = org.hasUser("leaver@example.com");
        var group = org.groupId("Sales");
        var imported = org.groupId("CORP VPN Users");
        org.hasMember(group, user);
        org.hasMember(imported, user);

        var answer = agreed("offboard_user", Map.of("user", "leaver@example.com"));

        assertThat(outcomes(answer)).containsExactly("DONE", "DONE", "DONE");
        assertThat(org.statusOf(user)).isEqualTo("DEPROVISIONED");
        assertThat(org.isMember(group, user)).isFalse();
        assertThat(org.isMember(imported, user)).isTrue();
    }

    @Test
    void offboardsTwiceWithoutHarm() {
        var user = org.hasUser("leaver.twice@example.com");
        agreed("offboard_user", Map.of("user", user));

        var again = agreed("offboard_user", Map.of("user", user));

        assertThat(outcomes(again)).containsExactly("NOT_NEEDED", "DONE", "NOT_NEEDED");
    }

    @Test
    void suspendsAndKeepsGroupsWhereAsked() {
        var user = org.hasUser("on.leave@example.com");
        var group = org.groupId("Support");
        org.hasMember(group, user);

        agreed("offboard_user", Map.of("user", user, "ending", "SUSPEND", "keep_groups", true));

        assertThat(org.statusOf(user)).isEqualTo("SUSPENDED");
        assertThat(org.isMember(group, user)).isTrue();
    }

    @Test
    void leavesOutWhatTheServerDoesNotAllowAndSaysSoBefore() {
        var user = org.hasUser("half.offboarded@example.com");
        org.hasMember(org.groupId("Sales"), user);
        var filter =
                new Filter(
                        Set.of("read", "write", "custom"),
                        Set.of(),
                        Set.of(),
                        Set.of("unassignUserFromGroup"),
                        Set.of());

        try (var agreeing = new AgreeingClient(servers.with(filter))) {
            var answer = agreeing.call("offboard_user", Map.of("user", user)).value();

            assertThat(outcomes(answer)).containsExactly("DONE", "DONE", "NOT_POSSIBLE");
            assertThat(agreeing.questions().toString())
                    .contains("does not allow unassignUserFromGroup");
        }
    }

    @Test
    void changesNothingWithoutAYes() {
        var user = org.hasUser("not.offboarded@example.com");

        var result = client.call("offboard_user", Map.of("user", user));

        assertThat(result.code()).isEqualTo("NOT_CONFIRMED");
        assertThat(org.statusOf(user)).isEqualTo("ACTIVE");
    }

    @Test
    void tellsThePlanByADryRun() {
        var user = org.hasUser("rehearsed@example.com");
        org.hasMember(org.groupId("Sales"), user);

        var plan = client.call("offboard_user", Map.of("user", user, "dry_run", true)).value();

        assertThat(plan.path("reach")).hasSize(6);
        assertThat(plan.path("reach").toString())
                .containsPattern("out of \\d+ groups?: .*Sales \\(00g");
        assertThat(plan.path("undo").stringValue()).contains("activate_user");
        assertThat(org.statusOf(user)).isEqualTo("ACTIVE");
    }

    @Test
    void tellsNoLoginThatIsHidden() {
        var user = org.hasUser("hidden.plan@example.com");
        var hiding = RawClient.connected(servers.hiding("login", "email"));

        var plan = hiding.call("contain_user", Map.of("user", user, "dry_run", true));

        assertThat(plan.failed()).isFalse();
        assertThat(plan.response().toString()).contains(user).doesNotContain("hidden.plan");
    }
}
