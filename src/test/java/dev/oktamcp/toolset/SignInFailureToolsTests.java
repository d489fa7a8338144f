package dev.oktamcp.toolset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.server.ServerDefinition.Filter;
import dev.oktamcp.simulation.LogBook.From;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

@ServerTest
class SignInFailureToolsTests {

    private static final From HOME = From.browser("192.0.2.20", "Berlin");

    private final SimulatedOrg org;
    private final TestServers servers;
    private final RawClient client;

    SignInFailureToolsTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.servers = servers;
        this.client = RawClient.connected(servers.full());
    }

    private JsonNode explain(String user) {
        return client.call("explain_sign_in_failure", Map.of("user", user)).value();
    }

    private static List<String> codes(JsonNode explanation) {
        return explanation.path("findings").findValuesAsString("code");
    }

    private void fails(String login, String reason, int minutesAgo) {
        var ago = Duration.ofMinutes(minutesAgo);
        org.log().add(login, "user.session.start", ago, reason, HOME);
    }

    @Test
    void tellsTheStoryOfALockedAccountAndHowItEnds() {
        var explanation = explain("katherine.johnson@example.com");

        assertThat(codes(explanation)).startsWith("LOCKED_OUT").contains("WRONG_PASSWORD");
        var mend = explanation.at("/findings/0/mend");
        assertThat(mend.path("tool").stringValue()).isEqualTo("unlock_user");
        assertThat(mend.at("/arguments/user_id").stringValue())
                .isEqualTo(org.userId("katherine.johnson@example.com"));
        assertThat(explanation.at("/failures/found").asInt()).isGreaterThanOrEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource({
        "STAGED, activate_user",
        "PROVISIONED, reactivate_user",
        "RECOVERY, reactivate_user",
        "PASSWORD_EXPIRED, reset_password",
        "LOCKED_OUT, unlock_user",
        "SUSPENDED, unsuspend_user",
        "DEPROVISIONED, activate_user"
    })
    void namesForEachStatusTheToolThatEndsIt(String status, String tool) {
        var user = org.hasUser("kept.out@example.com", status);

        var first = explain(user).at("/findings/0");

        assertThat(first.path("code").stringValue()).isEqualTo(status);
        assertThat(first.at("/mend/tool").stringValue()).isEqualTo(tool);
    }

    @Test
    void theToolThatItNamesMendsIt() {
        var user = org.hasUser("to.mend@example.com", "LOCKED_OUT");
        var mend = explain(user).at("/findings/0/mend");
        var arguments = Map.of("user_id", mend.at("/arguments/user_id").stringValue());

        client.call(mend.path("tool").stringValue(), arguments).value();

        assertThat(org.statusOf(user)).isEqualTo("ACTIVE");
        assertThat(codes(explain(user))).doesNotContain("LOCKED_OUT");
    }

    @Test
    void countsWrongPasswordsAndSaysThatItHasWorkedSince() {
        var login = "forgetful@example.com";
        var user = org.hasUser(login);
        fails(login, "INVALID_CREDENTIALS", 60 * 24 * 40);
        fails(login, "INVALID_CREDENTIALS", 20);
        fails(login, "INVALID_CREDENTIALS", 10);

        var explanation = explain(user);

        assertThat(explanation.path("findings").toString()).contains("\"times\":2");
        assertThat(codes(explanation)).contains("WRONG_PASSWORD").doesNotContain("SIGNED_IN_SINCE");
        assertThat(explanation.at("/failures/by_reason/0/key").stringValue())
                .isEqualTo("FAILURE: INVALID_CREDENTIALS");
    }

    @Test
    void saysWhereItHasWorkedSince() {
        var login = "worked.since@example.com";
        var user = org.hasUser(login);
        fails(login, "INVALID_CREDENTIALS", 60 * 24 * 29 + 10);
        var arguments = Map.of("user", user, "since", "last 40 days");

        var explanation = client.call("explain_sign_in_failure", arguments).value();

        assertThat(codes(explanation)).contains("SIGNED_IN_SINCE");
    }

    @Test
    void namesThePolicyThatSaidNo() {
        var login = "denied@example.com";
        var user = org.hasUser(login);
        org.log().denies(login, "Office only", Duration.ofMinutes(5), HOME);

        var explanation = explain(user);

        assertThat(codes(explanation)).contains("DENIED_BY_POLICY");
        assertThat(explanation.at("/failures/policies/0/name").stringValue())
                .isEqualTo("Office only");
    }

    @Test
    void tellsAPushThatWasDeniedFromAFactorThatFailed() {
        var login = "pushed@example.com";
        var user = org.hasUser(login);
        var ago = Duration.ofMinutes(3);
        org.log().add(login, "user.mfa.okta_verify.deny_push", ago, "INVALID_CREDENTIALS", HOME);
        org.log().add(login, "user.authentication.auth_via_mfa", ago, "INVALID_CREDENTIALS", HOME);

        assertThat(codes(explain(user))).contains("PUSH_DENIED", "FACTOR_FAILED");
    }

    @Test
    void takesAWrongPasswordForOneWhereThePasswordIsAFactor() {
        var login = "identity.engine@example.com";
        var user = org.hasUser(login);
        org.log().failsPassword(login, Duration.ofMinutes(3), HOME);

        var explanation = explain(user);

        assertThat(codes(explanation)).contains("WRONG_PASSWORD").doesNotContain("FACTOR_FAILED");
        assertThat(explanation.at("/findings/1/mend/tool").stringValue())
                .isEqualTo("reset_password");
    }

    @Test
    void countsNoPasswordTwiceWhereTheSessionFailedOverIt() {
        var login = "not.twice@example.com";
        var user = org.hasUser(login);
        org.log().failsPassword(login, Duration.ofMinutes(3), HOME);
        fails(login, "VERIFICATION_ERROR", 3);

        var explanation = explain(user);

        assertThat(codes(explanation)).contains("WRONG_PASSWORD", "OTHER");
        assertThat(explanation.path("findings").toString()).doesNotContain("\"times\":2");
    }

    @Test
    void saysThatADeactivatedUserHasNoFactors() {
        var explanation = explain(org.hasUser("gone.without@example.com", "DEPROVISIONED"));

        assertThat(explanation.path("left_out").toString())
                .contains("A deactivated user has none.")
                .doesNotContain("E0000007");
    }

    @Test
    void tellsThatAnAppWasNotAssigned() {
        var login = "unassigned@example.com";
        var user = org.hasUser(login);
        var type = "app.generic.unauth_app_access_attempt";
        org.log().add(login, type, Duration.ofMinutes(3), "Not assigned", HOME);

        assertThat(codes(explain(user))).contains("APP_NOT_ASSIGNED");
    }

    @Test
    void saysThatNothingIsWrong() {
        var user = org.hasUser("all.is.well@example.com");

        var explanation = explain(user);

        assertThat(codes(explanation)).containsExactly("NO_FACTOR", "NOTHING_FOUND");
        assertThat(explanation.path("findings").toString()).contains("saw no failed sign-in");
    }

    @Test
    void namesNoToolThatTheServerHasNot() {
        var user = org.hasUser("read.only@example.com", "SUSPENDED");
        var readOnly = RawClient.connected(servers.readOnly());

        var mend =
                readOnly.call("explain_sign_in_failure", Map.of("user", user))
                        .value()
                        .at("/findings/0/mend");

        assertThat(mend.has("tool")).isFalse();
        assertThat(mend.path("why").stringValue()).contains("has no tool for it");
    }

    @Test
    void goesOnWithoutTheLog() {
        var user = org.hasUser("no.log@example.com", "SUSPENDED");
        var filter =
                new Filter(
                        Set.of("read"),
                        Set.of(),
                        Set.of(),
                        Set.of("listLogEvents", "listFactors", "listUserBlocks"),
                        Set.of());
        var few = RawClient.connected(servers.with(filter));

        var explanation = few.call("explain_sign_in_failure", Map.of("user", user)).value();

        assertThat(codes(explanation)).containsExactly("SUSPENDED");
        assertThat(explanation.path("left_out").findValuesAsString("part"))
                .containsExactly("failures", "factors", "blocks");
        assertThat(explanation.has("failures")).isFalse();
    }

    @Test
    void doesNotSayThatNothingFailedWhereItCouldNotLook() {
        var user = org.hasUser("not.looked@example.com");
        var filter =
                new Filter(Set.of("read"), Set.of(), Set.of(), Set.of("listLogEvents"), Set.of());
        var few = RawClient.connected(servers.with(filter));

        var explanation = few.call("explain_sign_in_failure", Map.of("user", user)).value();

        assertThat(explanation.path("findings").toString())
                .contains("could not be read")
                .doesNotContain("saw no failed sign-in");
    }
}
