package dev.oktamcp.okta;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;

import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.SettableClock;
import dev.oktamcp.fixture.TestKeys;
import dev.oktamcp.simulation.Fault;
import dev.oktamcp.simulation.ServiceApp;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/// What a look at the simulated org shows, with credentials that are stored nowhere.
@ServerTest
class OrgCheckTests {

    private static final String CLIENT = "0oaCandidate00000001";
    private static final RSAKey KEY = TestKeys.rsa("k7");

    private final SimulatedOrg org;
    private final OrgCheck check;
    private final SettableClock clock;

    OrgCheckTests(
            @Autowired SimulatedOrg org,
            @Autowired OrgCheck check,
            @Autowired SettableClock clock) {
        this.org = org;
        this.check = check;
        this.clock = clock;
    }

    @AfterEach
    void setTheClock() {
        clock.goBackToNow();
    }

    private OrgReport look(Credentials credentials) {
        var url = OrgUrl.of(org.url().toString(), List.of(), true);
        return check.check(new Org(url, credentials));
    }

    private static ServiceApp app() {
        return ServiceApp.of(CLIENT, KEY.toPublicJWK().toJSONString())
                .withScopes("okta.users.read", "okta.orgs.read");
    }

    private static Credentials credentials(String... scopes) {
        return new Credentials.ServiceApp(CLIENT, KEY, Set.of(scopes));
    }

    @Test
    void tellsWhoseAnApiTokenIs() {
        var report = look(new Credentials.ApiToken(org.apiToken()));

        assertThat(report.problem()).isNull();
        assertThat(report.orgId()).startsWith("00o").hasSize(20);
        assertThat(report.orgName()).isEqualTo("Example Company");
        assertThat(report.orgUrl()).isEqualTo(org.url().toString());
        assertThat(report.identity()).isEqualTo("margaret.hamilton@example.com");
        assertThat(report.grantedScopes()).isNull();
        assertThat(report.clockSkew()).isBetween(Duration.ofSeconds(-2), Duration.ofSeconds(2));
        assertThat(report.latency()).isPositive().isLessThan(Duration.ofSeconds(2));
        assertThat(report.notes()).isEmpty();
    }

    @Test
    void saysThatOktaDoesNotTakeAnApiToken() {
        var report = look(new Credentials.ApiToken("00wrong"));

        assertThat(report.problem())
                .contains("does not take the API token (E0000011)")
                .contains("Make a new one")
                .doesNotContain("00wrong");
        assertThat(report.orgId()).startsWith("00o");
        assertThat(report.identity()).isNull();
    }

    @Test
    void tellsWhatAServiceAppIsGranted() {
        org.hasServiceApp(app());

        var report = look(credentials("okta.users.read", "okta.orgs.read", "okta.logs.read"));

        assertThat(report.problem()).isNull();
        assertThat(report.orgName()).isEqualTo("Example Company");
        assertThat(report.identity()).isEqualTo(CLIENT);
        assertThat(report.grantedScopes()).containsOnly("okta.users.read", "okta.orgs.read");
        assertThat(report.missingScopes()).containsOnly("okta.logs.read");
        assertThat(report.notes()).singleElement().asString().contains("okta.logs.read");
    }

    @Test
    void keepsNoToken() {
        org.hasServiceApp(app());

        look(credentials("okta.users.read"));
        look(credentials("okta.users.read"));

        assertThat(org.accessTokens().requested()).isEqualTo(2);
    }

    @Test
    void provesPossessionWhereTheAppDemandsIt() {
        org.hasServiceApp(app().withDpop());

        var report = look(credentials("okta.users.read", "okta.orgs.read"));

        assertThat(report.problem()).isNull();
        assertThat(report.orgName()).isEqualTo("Example Company");
        assertThat(report.notes()).isEmpty();
    }

    @Test
    void notesThatNoAdminRoleStandsBehindTheApp() {
        org.hasServiceApp(app().withRoles());

        var report = look(credentials("okta.users.read"));

        assertThat(report.problem()).isNull();
        assertThat(report.notes()).singleElement().asString().contains("No admin role");
    }

    @Test
    void saysThatTheClientIsUnknownOrInactive() {
        org.hasServiceApp(app().deactivated());
        var unknown = new Credentials.ServiceApp("0oaNobody", KEY, Set.of("okta.users.read"));

        assertThat(look(unknown).problem()).contains("no active app with the client id 0oaNobody");
        assertThat(look(credentials("okta.users.read")).problem())
                .contains("no active app with the client id " + CLIENT)
                .contains("invalid_client");
    }

    @Test
    void saysThatTheKeyIsNoneOfTheApps() {
        org.hasServiceApp(app());
        var scopes = Set.of("okta.users.read");

        var another = new Credentials.ServiceApp(CLIENT, TestKeys.rsa("k7"), scopes);
        var unknownId = new Credentials.ServiceApp(CLIENT, TestKeys.rsa("k8"), scopes);

        assertThat(look(another).problem()).contains("private key is none of the app's");
        assertThat(look(unknownId).problem()).contains("no key with the id k8");
    }

    @Test
    void saysThatNothingThatIsAskedForIsGranted() {
        org.hasServiceApp(app());

        assertThat(look(credentials("okta.apps.read")).problem()).contains("none of the scopes");
        assertThat(look(credentials("okta.nothing.read")).problem()).contains("none of Okta's");
    }

    @Test
    void tellsHowFarTheClocksAreApart() {
        clock.goAhead(Duration.ofMinutes(10));

        var report = look(new Credentials.ApiToken(org.apiToken()));

        assertThat(report.problem()).isNull();
        assertThat(report.clockSkew())
                .isBetween(Duration.ofSeconds(-602), Duration.ofSeconds(-598));
        assertThat(report.notes())
                .singleElement()
                .asString()
                .containsPattern("(598|599|600|601|602) seconds ahead of Okta's");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void saysThatOktaHasTroubleWhereItHas(int status) {
        org.next(Fault.status(status));

        var report = look(new Credentials.ApiToken(org.apiToken()));

        assertThat(report.problem()).contains("has trouble now: HTTP " + status);
    }

    @Test
    void saysThatTokensAreLimited() {
        org.hasServiceApp(app());
        org.next(Fault.delay(Duration.ZERO));
        org.next(Fault.rateLimit(Duration.ofSeconds(9)));

        assertThat(look(credentials("okta.users.read")).problem())
                .containsPattern("Try again in (8|9|10) seconds");
    }

    @Test
    void takesNoLongerThanItsTime() {
        org.becomes(0, Duration.ofMillis(400));
        try {
            var begun = System.nanoTime();
            var url = OrgUrl.of(org.url().toString(), List.of(), true);
            var candidate = new Org(url, new Credentials.ApiToken(org.apiToken()));

            var report = check.check(candidate, Duration.ofMillis(600));

            assertThat(report.problem()).contains("did not answer in time");
            assertThat(report.orgId()).startsWith("00o");
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isLessThan(Duration.ofMillis(1500));
        } finally {
            org.becomes(0, Duration.ZERO);
        }
    }
}
