package dev.oktamcp.toolset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.server.ServerDefinition.Filter;
import dev.oktamcp.simulation.Fault;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

@ServerTest
class PolicyUseToolsTests {

    private final SimulatedOrg org;
    private final TestServers servers;
    private final RawClient client;
    private final OrgIds ids;

    PolicyUseToolsTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.servers = servers;
        this.client = RawClient.connected(servers.full());
        this.ids = new OrgIds(client);
    }

    private Map<String, Object> staff() {
        var type = Map.<String, Object>of("type", "ACCESS_POLICY");
        return Map.of("policy_id", ids.named("list_policies", type, "Staff"));
    }

    @Test
    void namesTheAppsThatAPolicyIsFor() {
        var page = client.call("list_policy_mappings", staff()).value();

        assertThat(page.path("items").findValuesAsString("label"))
                .contains("Payroll", "Ledger", "Bank Portal");
        assertThat(page.at("/items/0/appId").stringValue()).startsWith("0oa");
        assertThat(page.at("/items/0/status").stringValue()).isEqualTo("ACTIVE");
    }

    @Test
    void leavesNamesOutWhereAppsCannotBeRead() {
        var filter = new Filter(Set.of("read"), Set.of("policies"), Set.of(), Set.of(), Set.of());
        var narrow = RawClient.connected(servers.with(filter, null));

        var page = narrow.call("list_policy_mappings", staff()).value();

        var items = page.path("items");
        assertThat(items.size()).isGreaterThanOrEqualTo(3);
        assertThat(items.findValuesAsString("appId")).hasSameSizeAs(items.values());
        assertThat(page.path("items").findValuesAsString("label")).isEmpty();
        assertThat(org.requests().toString()).doesNotContain("/apps/");
    }

    @Test
    void leavesOutTheNameOfAnAppThatCannotBeReadAndSaysSo() {
        var policy = staff();
        org.next(Fault.delay(Duration.ZERO));
        org.next(Fault.status(403));

        var page = client.call("list_policy_mappings", policy).value();

        var items = page.path("items");
        assertThat(items.findValuesAsString("appId")).hasSameSizeAs(items.values());
        assertThat(items.findValuesAsString("label")).hasSize(items.size() - 1);
        assertThat(page.path("note").stringValue()).contains("could not be read").contains("403");
    }

    @Test
    void tellsWhichRulesWouldDecide() {
        var app = app("Payroll");
        var ada = org.userId("ada.lovelace@example.com");
        var asked = Map.of("app_id", app, "user_id", ada, "policy_types", List.of("ACCESS_POLICY"));

        var simulated = client.call("simulate_policy", asked).value();

        assertThat(simulated.path("evaluations").size()).isEqualTo(1);
        var policy = simulated.at("/evaluations/0/result/policies/0");
        assertThat(policy.path("name").stringValue()).isEqualTo("Staff");
        assertThat(policy.at("/rules/0/status").stringValue()).isEqualTo("MATCH");
        assertThat(org.requests().toString())
                .contains("expand=EVALUATED&expand=RULE")
                .doesNotContain("/users/" + ada + "/groups");
    }

    @Test
    void countsTheGroupsOfThePerson() {
        var app = app("Payroll");
        var other = org.hasUser("no.engineer@example.com");

        assertThat(enrollmentPolicyOf(app, org.userId("ada.lovelace@example.com")))
                .isEqualTo("Staff");
        assertThat(enrollmentPolicyOf(app, other)).isNotEqualTo("Staff").isNotEmpty();
    }

    @Test
    void tellsWhatDidNotMatchAndWhy() {
        var other = org.hasUser("still.no.engineer@example.com");

        var evaluated = enrollment(app("Payroll"), other).at("/evaluated/policies");

        var staff =
                evaluated
                        .valueStream()
                        .filter(policy -> policy.path("name").asString("").equals("Staff"))
                        .findFirst()
                        .orElseThrow();
        assertThat(staff.path("status").stringValue()).isEqualTo("NOT_MATCH");
        assertThat(staff.path("conditions").findValuesAsString("status"))
                .containsExactly("NOT_MATCH");
    }

    private String enrollmentPolicyOf(String app, String user) {
        return enrollment(app, user).at("/result/policies/0/name").stringValue();
    }

    private JsonNode enrollment(String app, String user) {
        var asked =
                Map.of(
                        "app_id",
                        app,
                        "user_id",
                        user,
                        "policy_types",
                        List.of("MFA_ENROLL"),
                        "context",
                        Map.of("risk", Map.of("level", "LOW")));
        return client.call("simulate_policy", asked).value().at("/evaluations/0");
    }

    private String app(String label) {
        return client.call("list_policy_mappings", staff())
                .value()
                .path("items")
                .valueStream()
                .filter(item -> item.path("label").asString("").equals(label))
                .map(item -> item.path("appId").stringValue())
                .findFirst()
                .orElseThrow();
    }
}
