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

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// What a plan tells of a step that it leaves out does not happen.
@ServerTest
class PlansWithoutStepsTests {

    private final SimulatedOrg org;
    private final TestServers servers;

    PlansWithoutStepsTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.servers = servers;
    }

    private String without(String operation) {
        return servers.with(
                new Filter(
                        Set.of("read", "write", "custom"),
                        Set.of(),
                        Set.of(),
                        Set.of(operation),
                        Set.of()));
    }

    private static JsonNode plan(String url, String tool, Map<String, ?> arguments) {
        var all = new HashMap<String, Object>(arguments);
        all.put("dry_run", true);
        return RawClient.connected(url).call(tool, all).value();
    }

    private static void tells(JsonNode plan, String left, String undo) {
        assertThat(plan.path("notes").toString()).contains("Not done: " + left);
        assertThat(plan.path("undo").asString()).isEqualTo(undo);
    }

    @Test
    void losesNoAppsOrApiTokensWhereTheAccountIsNotDeactivated() {
        var user = org.userId("margaret.hamilton@example.com");
        var arguments = Map.of("user", user, "keep_groups", true);

        var whole = plan(servers.full(), "offboard_user", arguments);
        var plan = plan(without("deactivateUser"), "offboard_user", arguments);

        assertThat(whole.path("reach").toString()).contains("Apps on", "Apps that", "API tokens");
        assertThat(whole.path("undo").asString())
                .isEqualTo("activate_user begins the account anew; apps have to be given anew.");
        assertThat(plan.path("reach").toString())
                .contains("Admin roles of the person: ")
                .doesNotContain("Apps", "API tokens");
        tells(plan, "Deactivates", "Sessions stay gone.");
    }

    @Test
    void leavesGroupsWhereTheAccountCannotBeSuspended() {
        var user = org.hasUser("locked.leaver@example.com", "LOCKED_OUT");
        org.hasMember(org.groupId("Sales"), user);
        var arguments = Map.of("user", user, "ending", "SUSPEND");

        var plan = plan(servers.full(), "offboard_user", arguments);

        tells(plan, "Suspends", "Groups have to be given anew.");
    }

    @Test
    void removesNoFactorsWhereThatIsNotAllowed() {
        var user = org.userId("dorothy.vaughan@example.com");
        var arguments = Map.of("user", user, "reset_factors", true);

        var whole = plan(servers.full(), "contain_user", arguments);
        var plan = plan(without("resetFactors"), "contain_user", arguments);

        assertThat(whole.path("reach").toString()).contains("Factors that are removed: ");
        assertThat(whole.path("undo").asString())
                .isEqualTo(
                        "unsuspend_user lets the person in again; sessions and factors stay gone.");
        assertThat(plan.path("reach").toString()).doesNotContain("Factors");
        tells(
                plan,
                "Removes all factors",
                "unsuspend_user lets the person in again; sessions stay gone.");
    }

    @Test
    void bringsNobodyBackWhoIsNotSuspended() {
        var user = org.hasUser("locked.contained@example.com", "LOCKED_OUT");

        var plan = plan(servers.full(), "contain_user", Map.of("user", user));

        tells(plan, "Suspends", "Sessions stay gone.");
    }
}
