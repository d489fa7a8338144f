package dev.oktamcp.simulation;

import static dev.oktamcp.simulation.OAuthProbe.DPOP_CLIENT;
import static dev.oktamcp.simulation.OAuthProbe.refusal;
import static dev.oktamcp.simulation.OrgProbe.header;
import static dev.oktamcp.simulation.OrgProbe.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// Checks proofs of possession at the token endpoint and beyond.
class SimulatedDpopTests {

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
    void asksForANonceAndAFreshAssertion() throws Exception {
        var assertion = oauth.assertion(DPOP_CLIENT);
        var asked =
                oauth.token(
                        assertion,
                        "okta.users.read",
                        "DPoP",
                        caller.proof("POST", oauth.endpoint(), Map.of()));
        var nonce = header(asked, "dpop-nonce");
        var sameAssertion =
                oauth.token(assertion, "okta.users.read", "DPoP", proof(Map.of("nonce", nonce)));
        var granted =
                oauth.token(
                        oauth.assertion(DPOP_CLIENT),
                        "okta.users.read",
                        "DPoP",
                        proof(Map.of("nonce", nonce)));

        assertThat(refusal(asked)).isEqualTo("400 use_dpop_nonce");
        assertThat(refusal(sameAssertion)).isEqualTo("401 invalid_client");
        assertThat(Json.text(json(granted), "token_type")).isEqualTo("DPoP");
        assertThat(refusal(oauth.token(oauth.assertion(DPOP_CLIENT), "okta.users.read")))
                .isEqualTo("400 invalid_dpop_proof");
    }

    private String proof(Map<String, ?> claims) {
        return caller.proof("POST", oauth.endpoint(), claims);
    }

    private String boundToken() throws IOException, InterruptedException {
        var nonce = org.accessTokens().nonce();
        var granted =
                oauth.token(
                        oauth.assertion(DPOP_CLIENT),
                        "okta.users.read",
                        "DPoP",
                        proof(Map.of("nonce", nonce)));
        return Json.text(json(granted), "access_token");
    }

    @Test
    void changesTheNonceDailyAndForgetsItAfterThreeDays() throws Exception {
        var nonce = org.accessTokens().nonce();
        clock.pass(Duration.ofDays(2));
        var old = refusedProof(Map.of("nonce", nonce));
        clock.pass(Duration.ofDays(1));
        var tooOld = refusedProof(Map.of("nonce", nonce));

        assertThat(org.accessTokens().nonce()).isNotEqualTo(nonce);
        assertThat(old).isEqualTo("200 ");
        assertThat(tooOld).isEqualTo("400 use_dpop_nonce");
    }

    private String refusedProof(Map<String, ?> claims) throws IOException, InterruptedException {
        return refusal(
                oauth.token(
                        oauth.assertion(DPOP_CLIENT), "okta.users.read", "DPoP", proof(claims)));
    }

    @ParameterizedTest
    @CsvSource({
        "htm, GET",
        "htu, https://other.example.com/",
        "iat, 1",
        "iat, 9999999999",
        "jti, ''"
    })
    void refusesABadProof(String claim, String value) throws Exception {
        Object given = value.matches("\\d+") ? Long.valueOf(value) : value;

        assertThat(refusedProof(Map.of("nonce", org.accessTokens().nonce(), claim, given)))
                .isEqualTo("400 invalid_dpop_proof");
    }

    @Test
    void needsAProofForEveryRequestWithABoundToken() throws Exception {
        var token = boundToken();
        var url = org.url() + "/api/v1/users";
        var ath = Jws.encoded(Ids.digest(token));
        var good = caller.proof("GET", url, Map.of("ath", ath));
        var stranger = ServiceCaller.create(clock).proof("GET", url, Map.of("ath", ath));

        assertThat(withProof(token, good)).isEqualTo("200 ");
        assertThat(withProof(token, good)).startsWith("400 ").contains("already been used");
        assertThat(withProof(token, caller.proof("GET", url, Map.of("ath", "x"))))
                .startsWith("400 ")
                .contains("ath");
        assertThat(withProof(token, stranger)).startsWith("400 ").contains("not bound");
        assertThat(oauth.get("/api/v1/users", token).statusCode()).isEqualTo(400);
        assertThat(withProof(oauth.accessToken("okta.users.read"), good)).startsWith("401 ");
    }

    private String withProof(String token, String proof) throws IOException, InterruptedException {
        var response =
                probe.send(
                        "GET",
                        "/api/v1/users?limit=2",
                        "",
                        "Authorization",
                        "DPoP " + token,
                        "DPoP",
                        proof);
        return response.statusCode() + " " + header(response, "www-authenticate");
    }
}
