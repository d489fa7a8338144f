package dev.oktamcp.toolset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.simulation.LogBook.From;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.List;
import java.util.Map;

@ServerTest
class IncidentSignsTests {

    private static final String SESSION = "user.session.start";
    private static final String WRONG = "INVALID_CREDENTIALS";
    private static final From BERLIN = From.browser("192.0.2.40", "Berlin");
    private static final From SYDNEY = From.browser("192.0.2.41", "Sydney");

    private final SimulatedOrg org;
    private final RawClient client;

    IncidentSignsTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
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
    void seesAJourneyThatNobodyMakes() {
        var login = "far.apart@example.com";
        var user = org.hasUser(login);
        signsIn(login, 50, "", BERLIN);
        signsIn(login, 20, "", SYDNEY);

        var summary = summary(user);

        assertThat(signs(summary)).containsExactly("IMPOSSIBLE_JOURNEY");
        assertThat(summary.at("/signs/0/events")).hasSize(2);
        assertThat(summary.at("/signs/0/strong").asBoolean(false)).isTrue();
        assertThat(proposed(summary)).containsExactly("contain_user", "reset_password");
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
    void seesAGuessWhereThePasswordIsAFactor() {
        var login = "guessed.factor@example.com";
        var user = org.hasUser(login);
        for (var minute = 20; minute > 15; minute--) {
            org.log().failsPassword(login, Duration.ofMinutes(minute), BERLIN);
        }
        signsIn(login, 10, "", BERLIN);

        var summary = summary(user);

        assertThat(signs(summary)).containsExactly("PASSWORD_GUESSED");
        assertThat(summary.at("/sign_ins/failed").asInt()).isEqualTo(5);
    }

    @Test
    void takesAnAppThatIsOpenedForNoGuess() {
        var login = "opens.apps@example.com";
        var user = org.hasUser(login);
        for (var minute = 20; minute > 15; minute--) {
            signsIn(login, minute, WRONG, BERLIN);
        }
        org.log().signsInTo(login, "Wiki", Duration.ofMinutes(12), BERLIN);

        assertThat(signs(summary(user))).isEmpty();

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
            if (number < 6) {
                signsIn(login, 30, WRONG, spray);
            } else {
                org.log().failsPassword(login, Duration.ofMinutes(30), spray);
            }
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
        var first = summary.at("/containment/0");
        assertThat(first.path("tool").stringValue()).isEqualTo("contain_user");
        assertThat(first.at("/arguments/reset_factors").asBoolean(false)).isTrue();
    }

    @Test
    void seesARiskThatRoseAndNoneThatFell() {
        var risen = "risen@example.com";
        var fallen = "fallen@example.com";
        var one = org.hasUser(risen);
        var other = org.hasUser(fallen);
        org.log().changesRisk(risen, "LOW", "HIGH", Duration.ofMinutes(5), BERLIN);
        org.log().changesRisk(fallen, "HIGH", "LOW", Duration.ofMinutes(5), BERLIN);

        assertThat(signs(summary(one))).containsExactly("THREAT_SEEN_BY_OKTA");
        assertThat(signs(summary(other))).isEmpty();
    }

    @Test
    void seesAPasswordThatIsKnownElsewhere() {
        var login = "breached@example.com";
        var user = org.hasUser(login);
        var type = "security.breached_credential.detected";
        org.log().add(login, type, Duration.ofMinutes(5), "", BERLIN);

        assertThat(signs(summary(user))).containsExactly("THREAT_SEEN_BY_OKTA");
    }
}
