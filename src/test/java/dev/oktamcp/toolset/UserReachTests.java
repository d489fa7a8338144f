package dev.oktamcp.toolset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.server.ServerDefinition.Filter;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.Map;
import java.util.Set;

/// Whoever is asked before an account is closed or cut off, and whoever asks by `dry_run`, is told
/// what the person has.
@ServerTest
class UserReachTests {

    private static final String HIDDEN = "Apps that are hidden from the dashboard go too.";

    private final SimulatedOrg org;
    private final TestServers servers;
    private final RawClient client;
    private final OrgIds ids;
    private final ToldReach reach;

    UserReachTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.servers = servers;
        this.client = RawClient.connected(servers.full());
        this.ids = new OrgIds(client);
        this.reach = new ToldReach(servers.full());
    }

    private String app() {
        return ids.first("list_applications", Map.of("q", "Tickets"));
    }

    @Test
    void whatSomebodyLosesWhoseAccountEnds() {
        var user = org.hasUser("ends@example.com");
        client.call("assign_user_to_application", Map.of("app_id", app(), "user_id", user)).value();

        var apps = client.call("list_user_apps", Map.of("user_id", user, "fetch_all", true));
        var count =
                Set.copyOf(apps.value().path("items").findValuesAsString("appInstanceId")).size();

        var told = reach.by("deactivate_user", Map.of("user_id", "ends@example.com"));

        assertThat(told).hasSize(3).contains(HIDDEN, "Admin roles of the person: none.");
        assertThat(told.getFirst())
                .startsWith("Apps on the dashboard that are lost for good: %d (".formatted(count))
                .contains("Tickets");
    }

    @Test
    void whichApiTokensEndWithAnAdministrator() {
        var admin = org.userId("margaret.hamilton@example.com");

        var told = reach.preview("deactivate_user", Map.of("user_id", admin)).path("reach");

        assertThat(told.toString())
                .containsPattern("Admin roles of the person: \\d+ \\(.*Super admin")
                .containsPattern("end with the account: \\d+ \\(.*Nightly export");
    }

    @Test
    void apiTokensAreNotCalledNoneWhereTheIdIsNotKnown() {
        var filter =
                new Filter(
                        Set.of("read", "write", "custom"),
                        Set.of(),
                        Set.of(),
                        Set.of("getUser"),
                        Set.of());
        var blind = new ToldReach(servers.with(filter));
        var login = "margaret.hamilton@example.com";

        var byLogin = blind.preview("deactivate_user", Map.of("user_id", login));
        var byId = blind.preview("deactivate_user", Map.of("user_id", org.userId(login)));

        assertThat(byLogin.path("reach").toString()).doesNotContain("API tokens");
        assertThat(byLogin.path("notes").toString()).contains("API tokens of the person");
        assertThat(byId.path("reach").toString()).contains("Nightly export");
    }

    @Test
    void whatADeactivatedUserIsIn() {
        var user = org.hasUser("was.in@example.com", "DEPROVISIONED");
        var group = org.hasGroup("Was in");
        org.hasMember(group, user);

        assertThat(reach.by("delete_deactivated_user", Map.of("user_id", user)))
                .anyMatch(each ->
                        each.startsWith("Apps on the dashboard that the person still has: "))
                .contains(HIDDEN)
                .anyMatch(each ->
                        each.startsWith("Groups that the person is in: ")
                                && each.contains("Was in (%s)".formatted(group)));
    }

    @Test
    void whichFactorsAreRemovedAndWhichStay() {
        var user = org.hasUser("has.factors@example.com");
        enroll(user, "question", "OKTA");
        enroll(user, "sms", "OKTA");
        var factors =
                client.call("list_user_factors", Map.of("user_id", user)).value().path("items");
        var first = factors.path(0);

        var all = reach.by("reset_user_factors", Map.of("user_id", user));
        var one =
                reach.by(
                        "unenroll_user_factor",
                        Map.of("user_id", user, "factor_id", first.path("id").stringValue()));

        assertThat(all.getFirst())
                .startsWith("Factors that are removed: %d (".formatted(factors.size()))
                .contains(first.path("factorType").stringValue() + " of ");
        assertThat(one.getFirst())
                .isEqualTo(
                        "Other factors of the person: 1 (%s of OKTA)."
                                .formatted(factors.path(1).path("factorType").stringValue()));
    }

    private void enroll(String user, String type, String provider) {
        var body = Map.of("factorType", type, "provider", provider);
        var arguments = Map.of("userId", user, "activate", true, "body", body);
        client.agreed("call_change", Map.of("operation", "enrollFactor", "arguments", arguments))
                .value();
    }

    @Test
    void whoseRightsAnApiTokenHas() {
        var token = ids.named("list_api_tokens", Map.of(), "Nightly export");

        assertThat(reach.by("revoke_api_token", Map.of("api_token_id", token)))
                .singleElement()
                .asString()
                .startsWith("It has the rights of margaret.hamilton@example.com (00u");
    }

    @Test
    void whatAPlanTakes() {
        var user = org.userId("dorothy.vaughan@example.com");

        assertThat(reach.by("contain_user", Map.of("user", user, "reset_factors", true)))
                .anyMatch(each -> each.startsWith("Factors that are removed: "))
                .contains("Admin roles of the person: none.");
        assertThat(reach.by("offboard_user", Map.of("user", user)))
                .anyMatch(each ->
                        each.matches(
                                "Apps on the dashboard that are lost for good: \\d+ \\(.*\\)\\."))
                .contains(HIDDEN);
        assertThat(reach.by("offboard_user", Map.of("user", user, "ending", "SUSPEND")))
                .noneMatch(each -> each.startsWith("Apps"));
    }
}
