package dev.oktamcp.simulation;

import static dev.oktamcp.simulation.OAuthProbe.CLIENT;
import static dev.oktamcp.simulation.OAuthProbe.refusal;
import static dev.oktamcp.simulation.OrgProbe.error;
import static dev.oktamcp.simulation.OrgProbe.header;
import static dev.oktamcp.simulation.OrgProbe.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Checks the token oauth.endpoint() and access tokens of the simulation.
class SimulatedOAuthTests {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.800Z");

    private final SettableTime clock = new SettableTime(NOW);
    private final SimulatedOrg org = SimulatedOrg.start(SimulationSettings.bare().withClock(clock));
    private final OrgProbe probe = new OrgProbe(org);
    private final ServiceCaller caller = ServiceCaller.create(clock);
    private final OAuthProbe oauth = OAuthProbe.of(probe, caller);

    @AfterEach
    void stop() {
        probe.close();
    }

    @Test
    void grantsWhatTheAppMayHave() throws Exception {
        var granted = json(oauth.token(oauth.assertion(CLIENT), "okta.users.read okta.logs.read"));

        assertThat(Json.text(granted, "scope")).isEqualTo("okta.users.read");
        assertThat(Json.text(granted, "token_type")).isEqualTo("Bearer");
        assertThat(granted.path("expires_in").asInt()).isEqualTo(3600);
        assertThat(org.accessTokens().requested()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "iss, nobody, 401 invalid_client, issuer",
        "aud, https://other.example.com/oauth2/v1/token, 401 invalid_client, audience",
        "exp, 1, 401 invalid_client, expired",
        "exp, 9999999999, 401 invalid_client, too far",
        "exp, '', 401 invalid_client, 'exp'",
        "iat, 9999999999, 401 invalid_client, future"
    })
    void refusesABadAssertion(String claim, String value, String expected, String word)
            throws Exception {
        Object given = value.matches("\\d+") ? Long.valueOf(value) : value;
        var refused =
                oauth.token(
                        caller.assertion(CLIENT, oauth.endpoint(), Map.of(claim, given)),
                        "okta.users.read");

        assertThat(refusal(refused)).isEqualTo(expected);
        assertThat(Json.text(json(refused), "error_description")).contains(word);
    }

    @Test
    void takesAnAssertionOnceAndFromItsOwnKeyOnly() throws Exception {
        var assertion = oauth.assertion(CLIENT);
        oauth.token(assertion, "okta.users.read");
        var again = oauth.token(assertion, "okta.users.read");
        var forged = ServiceCaller.create(clock).assertion(CLIENT, oauth.endpoint(), Map.of());
        var stranger = oauth.token(forged, "okta.users.read");

        assertThat(Json.text(json(again), "error_description")).contains("already been used");
        assertThat(Json.text(json(stranger), "error_description")).contains("signature");
    }

    @ParameterizedTest
    @CsvSource({
        "okta.logs.read, 400 consent_required",
        "okta.nothing.read, 400 invalid_scope",
        "custom, 400 invalid_scope",
        "openid, 400 invalid_scope",
        "'', 400 invalid_scope"
    })
    void refusesScopes(String scope, String expected) throws Exception {
        assertThat(refusal(oauth.token(oauth.assertion(CLIENT), scope))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "scope=okta.users.read, 400 invalid_request",
        "grant_type=magic, 400 unsupported_grant_type",
        "grant_type=refresh_token, 400 unauthorized_client",
        "grant_type=client_credentials, 401 invalid_client",
        "grant_type=client_credentials&client_secret=x, 401 invalid_client"
    })
    void refusesOtherRequests(String form, String expected) throws Exception {
        assertThat(refusal(probe.send("POST", TokenEndpoint.PATH, form, "Content-Type", FORM)))
                .isEqualTo(expected);
    }

    @Test
    void needsTheScopeOfTheOperation() throws Exception {
        var token = oauth.accessToken("okta.groups.manage");
        var refused = oauth.get("/api/v1/users", token);

        assertThat(oauth.get("/api/v1/groups", token).statusCode()).isEqualTo(200);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(header(refused, "www-authenticate"))
                .startsWith("Bearer ")
                .contains("scope=\"okta.users.read\"", "error=\"insufficient_scope\"");
    }

    @Test
    void needsAnAdminRoleBesideTheScope() throws Exception {
        var app = ServiceApp.of(CLIENT, caller.publicKey());
        org.hasServiceApp(app.withScopes("okta.users.read").withRoles());

        assertThat(error(oauth.get("/api/v1/users", oauth.accessToken("okta.users.read"))))
                .isEqualTo("403 E0000006");
    }

    @Test
    void endsTokensByTheClockAndByHand() throws Exception {
        var first = oauth.accessToken("okta.users.read");
        clock.pass(Duration.ofMinutes(61));
        var late = oauth.get("/api/v1/users", first);
        var second = oauth.accessToken("okta.users.read");
        org.accessTokens().revoke();
        var revoked = oauth.get("/api/v1/users", second);
        var unknown = oauth.get("/api/v1/users", "eyJ.eyJ.x");

        for (var refused : List.of(late, revoked, unknown)) {
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(header(refused, "www-authenticate")).contains("error=\"invalid_token\"");
        }
        assertThat(header(late, "www-authenticate")).contains("expired");
        assertThat(header(revoked, "www-authenticate")).contains("revoked");
    }
}
