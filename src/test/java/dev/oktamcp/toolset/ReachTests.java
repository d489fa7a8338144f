package dev.oktamcp.toolset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;
import java.util.Map;

/// Whoever is asked before something is destroyed, and whoever asks by `dry_run`, is told what is
/// lost with it.
@ServerTest
class ReachTests {

    private final SimulatedOrg org;
    private final RawClient client;
    private final OrgIds ids;
    private final ToldReach reach;

    ReachTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.client = RawClient.connected(servers.full());
        this.ids = new OrgIds(client);
        this.reach = new ToldReach(servers.full());
    }

    private void has(String group, String... logins) {
        for (var login : logins) {
            org.hasMember(group, org.hasUser(login));
        }
    }

    private String app() {
        return ids.first("list_applications", Map.of("q", "Tickets"));
    }

    @Test
    void whoAndWhatLosesAGroup() {
        var group = org.hasGroup("Reached");
        has(group, "reached.one@example.com", "reached.two@example.com");
        var ofGroup = Map.of("app_id", app(), "group_id", group);
        client.call("assign_group_to_application", ofGroup).value();
        client.agreed("assign_group_role", Map.of("group_id", group, "role", "HELP_DESK_ADMIN"))
                .value();
        var rule = rule("Fills the reached", group);

        var told = reach.by("delete_group", Map.of("group_id", group));

        assertThat(told)
                .containsExactly(
                        "Members who lose what it gives: 2.",
                        "Apps that it gives: 1 (Tickets).",
                        "Admin roles that it gives: 1 (Help desk admin).",
                        "Group rules that name it and become INVALID: 1 (Fills the reached (%s))."
                                .formatted(rule));
    }

    private String rule(String name, String group) {
        var rule =
                Map.of(
                        "name",
                        name,
                        "expression",
                        "user.department == \"Nobody has this\"",
                        "group_ids",
                        List.of(group));
        return client.call("create_group_rule", rule).value().path("id").stringValue();
    }

    @Test
    void whomAGroupRuleLeavesAndTakesOut() {
        var group = org.hasGroup("Ruled");
        has(group, "ruled.one@example.com", "ruled.two@example.com", "ruled.three@example.com");
        var rule = rule("Rules the ruled", group);
        var members = "Members of Ruled (%s), which it fills: 3.".formatted(group);

        assertThat(reach.by("delete_group_rule", Map.of("group_rule_id", rule)))
                .containsExactly("Those whom it put into its groups stay in them.", members);
        assertThat(
                        reach.by(
                                "delete_group_rule",
                                Map.of("group_rule_id", rule, "remove_users", true)))
                .containsExactly(
                        "Those whom it put into its groups are taken out of them.", members);
    }

    @Test
    void whichRulesNameADeviceAssurancePolicy() {
        var policy =
                client.call(
                                "create_device_assurance_policy",
                                Map.of(
                                        "name",
                                        "Reached Macs",
                                        "platform",
                                        "MACOS",
                                        "requirements",
                                        Map.of("osVersion", Map.of("minimum", "15.0"))))
                        .value();
        var id = policy.path("id").stringValue();
        var device = Map.of("assurance", Map.of("include", List.of(id)));
        var named = policyRule("ACCESS_POLICY", Map.of("device", device));
        var changes = Map.of("osVersion", Map.of("minimum", "15.2"));
        var whole = Map.of("name", "Reached Macs", "platform", "MACOS");

        var assurance = Map.of("device_assurance_id", id);
        assertThat(reach.by("delete_device_assurance_policy", assurance)).containsExactly(named);
        assertThat(
                        reach.by(
                                "update_device_assurance_policy",
                                Map.of("device_assurance_id", id, "changes", changes)))
                .containsExactly(named);
        assertThat(
                        reach.by(
                                "replace_device_assurance_policy",
                                Map.of("device_assurance_id", id, "policy", whole)))
                .containsExactly(named);
    }

    /// @return what is said of it
    private String policyRule(String type, Map<String, Object> conditions) {
        var name = "Reached by " + conditions.keySet();
        var policy = client.agreed("create_policy", Map.of("type", type, "name", name)).value();
        var id = policy.path("id").stringValue();
        var rule = Map.of("conditions", conditions);
        var made =
                client.agreed(
                                "create_policy_rule",
                                Map.of("policy_id", id, "name", "Names it", "rule", rule))
                        .value();
        return "Rules that name it: 1 (Names it (%s) of %s (%s))."
                .formatted(made.path("id").stringValue(), name, id);
    }

    @Test
    void whichRulesNameANetworkZone() {
        var gateway = Map.of("type", "CIDR", "value", "192.0.2.0/24");
        var parts = Map.of("gateways", List.of(gateway));
        var zone = Map.of("name", "Reached", "type", "IP", "parts", parts);
        var id = client.agreed("create_network_zone", zone).value().path("id").stringValue();
        var network = Map.of("connection", "ZONE", "exclude", List.of(id));
        var named = policyRule("OKTA_SIGN_ON", Map.of("network", network));

        assertThat(reach.by("deactivate_network_zone", Map.of("zone_id", id)))
                .containsExactly(named);
        client.agreed("deactivate_network_zone", Map.of("zone_id", id)).value();
        assertThat(reach.by("delete_network_zone", Map.of("zone_id", id))).containsExactly(named);
    }

    @Test
    void whoHasAnAppWhoseAttributesChange() {
        var payroll = ids.first("list_applications", Map.of("q", "Payroll"));
        var all = Map.of("app_id", payroll, "fetch_all", true);
        var people = client.call("list_application_users", all).value().path("items").size();
        var statement =
                Map.of("type", "EXPRESSION", "name", "reached", "values", List.of("user.email"));

        assertThat(people).isPositive();
        assertThat(
                        reach.by(
                                "update_saml_attribute_statements",
                                Map.of("app_id", payroll, "statements", List.of(statement))))
                .containsExactly("People who have this app: %d.".formatted(people));
    }
}
