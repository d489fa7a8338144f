package dev.oktamcp.toolset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.server.ServerDefinition.Filter;
import dev.oktamcp.simulation.LogBook.From;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

@ServerTest
class IncidentToolsTests {

    private static final String SESSION = "user.session.start";
    private static final String WRONG = "INVALID_CREDENTIALS";
    private static final From BERLIN = From.browser("192.0.2.40", "Berlin");

    private final SimulatedOrg org;
    private final TestServers servers;
    private final RawClient client;

    IncidentToolsTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.servers = servers;
        this.client = RawClient.connected(servers.full());
    }

    private JsonNode summary(String user) {
        return client.call("user_incident_summary", Map.of("user", user)).value();
    }

    private void signsIn(String login, int minutesAgo, String reason, From from) {
        org.log().add(login, SESSION, Duration.ofMinutes(minutesAgo), reason, from);
    }

    @Test
    void sumsUpSignInsByPlaceAndAddress() {
        var login = "sums.up@example.com";
        var user = org.hasUser(login);
        signsIn(login, 50, "", BERLIN);
        signsIn(login, 40, WRONG, BERLIN);
        org.log().signsInTo(login, "Wiki", Duration.ofMinutes(30), BERLIN);

        var summary = summary(user);

        assertThat(summary.at("/sign_ins/succeeded").asInt()).isEqualTo(2);
        assertThat(summary.at("/sign_ins/failed").asInt()).isEqualTo(1);
        assertThat(summary.at("/sign_ins/by_place/0/key").stringValue())
                .isEqualTo("Berlin, Germany");
        assertThat(summary.at("/sign_ins/by_address/0/key").stringValue()).isEqualTo("192.0.2.40");
        assertThat(summary.at("/sign_ins/failed_by_reason/0/key").stringValue()).isEqualTo(WRONG);
        assertThat(summary.at("/sessions/started").asInt()).isEqualTo(1);
        assertThat(summary.path("signs")).isEmpty();
        assertThat(summary.path("containment")).isEmpty();
    }

    @Test
    void takesAnAdministratorsWorkForNoChangeOfTheirOwnFactors() {
        var other = org.hasUser("reset.by.margaret@example.com");
        client.agreed("reset_user_factors", Map.of("user_id", other)).value();
        var margaret = "margaret.hamilton@example.com";

        var changes = summary(margaret).at("/factor_changes/items");

        assertThat(changes)
                .allMatch(change ->
                        change.path("targets").findValuesAsString("name").contains(margaret));
        assertThat(summary(other).at("/factor_changes/count").asInt()).isEqualTo(1);
        assertThat(summary(other).path("changes_by_others").findValuesAsString("event_type"))
                .containsExactly("user.mfa.factor.reset_all");
    }

    @Test
    void tellsWhatAnAdministratorChangedOfAProfile() {
        var user = org.hasUser("renamed.by.other@example.com");
        var profile = Map.of("title", "Renamed");
        client.call("update_user", Map.of("user_id", user, "profile", profile)).value();

        assertThat(summary(user).path("changes_by_others").findValuesAsString("event_type"))
                .containsExactly("user.account.update_profile");
    }

    @Test
    void saysThatADeactivatedUserHasNoFactors() {
        var summary = summary(org.hasUser("gone.for.good@example.com", "DEPROVISIONED"));

        assertThat(summary.path("left_out").toString())
                .contains("A deactivated user has none.")
                .doesNotContain("E0000007");
    }

    @Test
    void tellsWhatAdministratorsChangedAboutTheUser() {
        var user = org.hasUser("changed.about@example.com");
        client.call("suspend_user", Map.of("user_id", user)).value();

        var summary = summary(user);

        assertThat(summary.at("/changes_by_others/items/0/event_type").stringValue())
                .isEqualTo("user.lifecycle.suspend");
        assertThat(summary.at("/changes_by_user/count").asInt()).isZero();
    }

    @Test
    void tellsWhatAnAdministratorChanged() {
        client.call("suspend_user", Map.of("user_id", org.hasUser("by.margaret@example.com")))
                .value();

        var summary = summary("margaret.hamilton@example.com");

        assertThat(summary.path("changes_by_user").findValuesAsString("event_type"))
                .contains("user.lifecycle.suspend");
        assertThat(summary.path("admin_roles").findValuesAsString("type")).contains("SUPER_ADMIN");
    }

    @Test
    void isNotThereWithoutTheLog() {
        var filter =
                new Filter(Set.of("read"), Set.of(), Set.of(), Set.of("listLogEvents"), Set.of());
        var few = RawClient.connected(servers.with(filter));

        var result = few.call("user_incident_summary", Map.of("user", "Ada Lovelace"));

        assertThat(result.response().has("error")).isTrue();
    }
}
