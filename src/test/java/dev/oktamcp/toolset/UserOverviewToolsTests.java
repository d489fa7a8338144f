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
import java.util.Map;
import java.util.Set;

@ServerTest
class UserOverviewToolsTests {

    private static final Map<String, String> MARGARET = Map.of("user", "Margaret Hamilton");

    private final SimulatedOrg org;
    private final TestServers servers;
    private final RawClient client;

    UserOverviewToolsTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.servers = servers;
        this.client = RawClient.connected(servers.readOnly());
    }

    private static JsonNode overview(RawClient as, Map<String, ?> arguments) {
        return as.call("get_user_overview", arguments).value();
    }

    private RawClient without(String... operations) {
        return RawClient.connected(
                servers.with(
                        new Filter(
                                Set.of("read"), Set.of(), Set.of(), Set.of(operations), Set.of())));
    }

    @Test
    void tellsAllOfOnePerson() {
        var overview = overview(client, MARGARET);

        assertThat(overview.at("/user/status").stringValue()).isEqualTo("ACTIVE");
        assertThat(overview.at("/user/lastLogin").stringValue()).isNotEmpty();
        assertThat(overview.at("/user/profile/title").stringValue())
                .isEqualTo("Identity Administrator");
        assertThat(overview.path("signs_in_by").stringValue()).isEqualTo("OKTA");
        assertThat(overview.path("groups").findValuesAsString("name"))
                .contains("Everyone", "Engineering", "Okta Administrators");
        assertThat(overview.path("apps").findValuesAsString("label")).contains("Wiki");
        assertThat(overview.path("factors").findValuesAsString("factorType")).contains("push");
        assertThat(overview.path("admin_roles").findValuesAsString("type")).contains("SUPER_ADMIN");
        assertThat(overview.path("left_out")).isEmpty();
    }

    @Test
    void findsByLoginAndById() {
        var id = org.userId("ada.lovelace@example.com");

        var byLogin = overview(client, Map.of("user", "ada.lovelace@example.com"));

        assertThat(byLogin.at("/user/id").stringValue()).isEqualTo(id);
        assertThat(overview(client, Map.of("user", id)).at("/user/id").stringValue()).isEqualTo(id);
    }

    @Test
    void namesThoseWhoMayBeMeant() {
        org.hasUser("one.twin@example.com");
        var other = org.hasUser("other.twin@example.com", "SUSPENDED");

        var result = client.call("get_user_overview", Map.of("user", "Twin"));

        assertThat(result.code()).isEqualTo("INVALID_ARGUMENTS");
        assertThat(result.text())
                .contains("one.twin@example.com (00u")
                .contains("other.twin@example.com (%s, SUSPENDED)".formatted(other));
    }

    @Test
    void namesThoseWhoMayBeMeantByIdWhereLoginsAreHidden() {
        org.hasUser("first.pair@example.com");
        org.hasUser("second.pair@example.com");
        var hiding = RawClient.connected(servers.hiding("login", "email", "firstName"));

        var result = hiding.call("get_user_overview", Map.of("user", "Pair"));

        assertThat(result.text()).contains("00u").doesNotContain("first").doesNotContain("second");
    }

    @Test
    void saysThatThereIsNobody() {
        var result = client.call("get_user_overview", Map.of("user", "Nobody Atall"));

        assertThat(result.code()).isEqualTo("INVALID_ARGUMENTS");
        assertThat(result.text()).contains("There is no user Nobody Atall").contains("find_user");
    }

    @Test
    void leavesOutWhatTheServerDoesNotAllow() {
        var overview = overview(without("listFactors", "listAssignedRolesForUser"), MARGARET);

        assertThat(overview.path("left_out").findValuesAsString("part"))
                .containsExactlyInAnyOrder("factors", "admin_roles");
        assertThat(overview.path("left_out").toString()).contains("does not allow listFactors");
        assertThat(overview.has("factors")).isFalse();
        assertThat(overview.path("groups").path("count").asInt()).isPositive();
    }

    @Test
    void leavesOutWhatOktaDidNotGive() {
        org.next(Fault.delay(Duration.ZERO));
        org.next(Fault.status(500));

        var overview = overview(client, Map.of("user", "ada.lovelace@example.com"));

        assertThat(overview.path("left_out")).hasSize(1);
        assertThat(overview.at("/left_out/0/why").stringValue()).contains("HTTP 500");
        assertThat(overview.at("/user/profile/login").stringValue())
                .isEqualTo("ada.lovelace@example.com");
    }

    @Test
    void takesAnIdOrALoginAloneWhereNamesCannotBeSearched() {
        var few = without("listUsers");

        var byName = few.call("get_user_overview", MARGARET);

        assertThat(byName.text()).contains("does not let names be searched");
        assertThat(overview(few, Map.of("user", "margaret.hamilton@example.com")).has("user"))
                .isTrue();
    }

    @Test
    void isThereWhereTagsNameWorkflowsAndNotElsewhere() {
        var workflows = Filter.ofMethods("read");
        var tagged =
                new Filter(workflows.methods(), Set.of("workflows"), Set.of(), Set.of(), Set.of());
        var groups =
                new Filter(workflows.methods(), Set.of("groups"), Set.of(), Set.of(), Set.of());

        var overview = overview(RawClient.connected(servers.with(tagged)), MARGARET);
        var hidden = RawClient.connected(servers.with(groups)).call("get_user_overview", MARGARET);

        assertThat(overview.path("left_out")).isEmpty();
        assertThat(hidden.response().toString()).contains("get_user_overview");
        assertThat(hidden.response().path("error").isMissingNode()).isFalse();
    }

    @Test
    void cutsWhatIsLongAndSaysWhereTheRestIs() {
        var user = org.hasUser("joiner@example.com");
        for (var number = 0; number < 55; number++) {
            org.hasMember(org.hasGroup("Joined " + number), user);
        }

        var groups = overview(client, Map.of("user", user)).path("groups");

        assertThat(groups.path("count").asInt()).isEqualTo(56);
        assertThat(groups.path("items")).hasSize(50);
        assertThat(groups.path("note").stringValue())
                .isEqualTo("The first 50 of 56. list_user_groups returns all.");
    }

    @Test
    void countsAnAppWithTwoLinksOnce() {
        var user = org.hasUser("two.links@example.com");

        var apps = overview(client, Map.of("user", user)).path("apps");

        assertThat(apps.path("items").findValuesAsString("id")).doesNotHaveDuplicates();
        assertThat(apps.path("count").asInt()).isEqualTo(apps.path("items").size());
        assertThat(apps.path("items"))
                .filteredOn(app -> app.path("label").stringValue().equals("Mail"))
                .singleElement()
                .matches(app -> app.path("links").size() == 2);
    }

    @Test
    void saysThatADeactivatedUserHasNoFactors() {
        var user = org.hasUser("gone@example.com", "DEPROVISIONED");

        var overview = overview(client, Map.of("user", user));

        assertThat(overview.path("left_out").findValuesAsString("why"))
                .containsExactly("A deactivated user has none.");
        assertThat(overview.has("factors")).isFalse();
    }
}
