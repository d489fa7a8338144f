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
import java.util.List;
import java.util.Map;
import java.util.Set;

@ServerTest
class IncidentToolsTests {

    private static final String SESSION = "user.session.start";
    private static final String WRONG = "INVALID_CREDENTIALS";
    private static final From BERLIN = From.browser("192.0.2.40", "Berlin");
    private static final From SYDNEY = From.browser("192.0.2.41", "Sydney");

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

    private static List<String> signs(JsonNode summary) {
        return summary.path("signs").findValuesAsString("code");
    }

    private static List<String> proposed(JsonNode summary) {
        return summary.path("containment").findValuesAsString("tool");
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
    void seesAJourneyThatNobodyMakes() {
        var login = "far.apart@example.com";
        var user = org.hasUser(login);
        signsIn(login, 50, "", BERLIN);
        signsIn(login, 20, "", SYDNEY);

        var summary = summary(user);

        assertThat(signs(summary)).containsExactly("IMPOSSIBLE_JOURNEY");
        assertThat(summary.at("/signs/0/events")).hasSize(2);
        assertThat(summary.at("/signs/0/strong").asBoolean(false)).isTrue();
        assertThat(proposed(summary))
                .containsExactly("suspend_user", "revoke_user_sessions", "reset_password");
    }

    @Test
    void seesNoJourneyInADaysTravel() {
        var login = "traveller@example.com";
        var user = org.hasUser(login);
        signsIn(login, 60 * 30, "", BERLIN);
        signsIn(login, 20, "", SYDNEY);

        assertThat(signs(summary(user))).isEmpty();
    }

    @Test
    void seesAPasswordThatWasGuessed() {
        var login = "guessed@example.com";
        var user = org.hasUser(login);
        for (var minute = 20; minute > 15; minute--) {
            signsIn(login, minute, WRONG, BERLIN);
        }
        signsIn(login, 10, "", BERLIN);

        assertThat(signs(summary(user))).containsExactly("PASSWORD_GUESSED");
    }

    @Test
    void seesNoGuessInFourWrongPasswords() {
        var login = "not.guessed@example.com";
        var user = org.hasUser(login);
        for (var minute = 20; minute > 16; minute--) {
            signsIn(login, minute, WRONG, BERLIN);
        }
        signsIn(login, 10, "", BERLIN);

        assertThat(signs(summary(user))).isEmpty();
    }

    @Test
    void seesAnAddressThatTriesMany() {
        var spray = From.browser("192.0.2.66", "London");
        for (var number = 0; number < 12; number++) {
            var login = "sprayed%d@example.com".formatted(number);
            org.hasUser(login);
            signsIn(login, 30, WRONG, spray);
        }
        var user = org.hasUser("got.in@example.com");
        signsIn("got.in@example.com", 29, "", spray);

        assertThat(signs(summary(user))).containsExactly("ADDRESS_TRIES_MANY");
    }

    @Test
    void seesTheUseOfAnAccountThatWasEnded() {
        var login = "has.gone@example.com";
        var user = org.hasUser(login, "DEPROVISIONED");
        signsIn(login, 10, "", BERLIN);

        var summary = summary(user);

        assertThat(signs(summary)).containsExactly("USED_AFTER_END");
        assertThat(proposed(summary)).containsExactly("revoke_user_sessions");
    }

    @Test
    void seesFactorsChangedAfterwards() {
        var login = "taken.over@example.com";
        var user = org.hasUser(login);
        signsIn(login, 50, "", BERLIN);
        signsIn(login, 20, "", new From("192.0.2.42", "Sydney", "python-requests/2.32"));
        var ago = Duration.ofMinutes(10);
        org.log().add(login, "user.mfa.factor.activate", ago, "", SYDNEY);
        org.log().add(login, "user.mfa.okta_verify.deny_push", ago, WRONG, SYDNEY);
        var report = "user.account.report_suspicious_activity_by_enduser";
        org.log().add(login, report, ago, "", BERLIN);

        var summary = summary(user);

        assertThat(signs(summary))
                .containsExactly(
                        "IMPOSSIBLE_JOURNEY",
                        "REPORTED_BY_USER",
                        "PUSH_DENIED",
                        "PROGRAM",
                        "FACTORS_CHANGED_AFTER");
        assertThat(summary.at("/factor_changes/count").asInt()).isEqualTo(1);
        assertThat(proposed(summary)).contains("reset_user_factors");
    }

    @Test
    void changesNothingAndProposesWhatCanBeCalled() {
        var login = "contained@example.com";
        var user = org.hasUser(login);
        signsIn(login, 50, "", BERLIN);
        signsIn(login, 20, "", SYDNEY);

        var first = summary(user).at("/containment/0");

        assertThat(org.statusOf(user)).isEqualTo("ACTIVE");
        var arguments = Map.of("user_id", first.at("/arguments/user_id").stringValue());
        client.call(first.path("tool").stringValue(), arguments).value();
        assertThat(org.statusOf(user)).isEqualTo("SUSPENDED");
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
    void proposesNothingThatTheServerHasNot() {
        var login = "read.only.incident@example.com";
        var user = org.hasUser(login);
        signsIn(login, 50, "", BERLIN);
        signsIn(login, 20, "", SYDNEY);
        var readOnly = RawClient.connected(servers.readOnly());

        var summary = readOnly.call("user_incident_summary", Map.of("user", user)).value();

        assertThat(proposed(summary)).isEmpty();
        assertThat(summary.path("containment").toString()).contains("has no tool for it");
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
