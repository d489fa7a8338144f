package dev.oktamcp.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.Browser;
import dev.oktamcp.fixture.Databases;
import dev.oktamcp.fixture.RawRequest;
import dev.oktamcp.fixture.RunningServer;
import dev.oktamcp.fixture.SettableClock;
import dev.oktamcp.fixture.TestDatabase;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

/// People whom Okta knows, at a server where a sign-in by Okta is configured, and at a replica
/// where nobody may decide by it.
@TestInstance(Lifecycle.PER_CLASS)
class OktaSignInTests {

    private static final String BEGIN = "/oauth2/authorization/okta?to=/secret/0d9f3c";
    private static final String SIGNED_IN = "okta-mcp-sign-in";

    private final TestSignInProvider okta = new TestSignInProvider();
    private final SimulatedOrg org = SimulatedOrg.start();
    private final TestDatabase database = Databases.H2.empty();
    private final RunningServer server = start("--okta-mcp.sign-in.approver-groups=MCP approvers");
    private Browser browser = newBrowser();

    private RunningServer start(String setting) {
        return RunningServer.start(
                database,
                org,
                "--spring.security.oauth2.client.registration.okta.client-id="
                        + TestSignInProvider.CLIENT_ID,
                "--spring.security.oauth2.client.registration.okta.client-secret="
                        + TestSignInProvider.CLIENT_SECRET,
                "--spring.security.oauth2.client.registration.okta.scope=openid,profile,groups",
                "--spring.security.oauth2.client.provider.okta.issuer-uri=" + okta.issuer(),
                setting);
    }

    private Browser newBrowser() {
        return Browser.at(server.here("http://localhost:0/"));
    }

    @BeforeEach
    void begin() {
        browser = newBrowser();
        okta.isInGroups("Everyone", "MCP approvers");
        server.get(SettableClock.class).goBackToNow();
    }

    @AfterAll
    void stop() {
        server.close();
        org.close();
        okta.close();
    }

    /// Goes to Okta.
    ///
    /// @return where Okta sends the browser
    private String sentBack() {
        return browser.get(browser.get(BEGIN).location()).location();
    }

    private Browser.Shown back() {
        return browser.get(sentBack());
    }

    private void wasRefused(Browser.Shown shown, String why) {
        assertThat(shown.status()).isEqualTo(303);
        assertThat(shown.location()).isEqualTo("/sign-in?why=" + why);
        assertThat(browser.cookies()).doesNotContainKey(SIGNED_IN);
        assertThat(browser.get("/secret/0d9f3c").status()).isEqualTo(303);
    }

    @Test
    void offersIt() {
        assertThat(browser.get("/sign-in?to=/secret/0d9f3c").text()).contains(BEGIN);
    }

    @Test
    void letsInWhoeverIsInAGroupThatMayDecide() {
        var shown = back();

        assertThat(shown.status()).isEqualTo(303);
        assertThat(shown.location()).isEqualTo("/secret/0d9f3c");
        assertThat(browser.get("/sign-in").text())
                .contains("You are <strong>Ada Lovelace</strong>");
        assertThat(browser.get("/secret/0d9f3c").status()).isEqualTo(404);
        assertThat(browser.cookies()).containsKey(SIGNED_IN).doesNotContainKey("JSESSIONID");
    }

    @Test
    void forgetsTheWayToOktaWhenItIsOver() {
        back();

        assertThat(browser.cookies().keySet()).doesNotContain("okta-mcp-okta-sign-in");
    }

    @Test
    void letsNobodyInWhoIsInOtherGroups() {
        okta.isInGroups("Everyone", "MCP approvers of elsewhere");

        wasRefused(back(), "group");
        assertThat(browser.get("/sign-in?why=group").text()).contains("you are in no group");
    }

    @Test
    void letsNobodyInOfWhomNoGroupIsKnown() {
        okta.tells(claims -> claims);

        wasRefused(back(), "group");
    }

    @Test
    void letsNobodyInWithAnotherState() {
        var back = sentBack();

        wasRefused(browser.get(back.replaceFirst("state=[^&]*", "state=another")), "okta");
    }

    /// Somebody's own answer, as a link to somebody else.
    @Test
    void letsNobodyInByTheAnswerToAnotherBrowser() {
        var back = sentBack();
        browser = newBrowser();

        wasRefused(browser.get(back), "okta");
    }

    @Test
    void letsNobodyInByAnAnswerThatComesTwice() {
        var back = sentBack();
        var cookies = Map.copyOf(browser.cookies());
        browser.get(back);
        browser.cookies().clear();
        browser.cookies().putAll(cookies);

        wasRefused(browser.get(back), "okta");
    }

    @Test
    void letsNobodyInByATokenForAnother() {
        okta.tells(claims ->
                claims.claim("groups", List.of("MCP approvers")).audience("0oa1SomebodyElse"));

        wasRefused(back(), "okta");
    }

    @Test
    void letsNobodyInByATokenThatIsTooOld() {
        var now = Instant.now();
        okta.tells(claims ->
                claims.claim("groups", List.of("MCP approvers"))
                        .issueTime(Date.from(now.minusSeconds(900)))
                        .expirationTime(Date.from(now.minusSeconds(300))));

        wasRefused(back(), "okta");
    }

    @Test
    void letsNobodyInByATokenForAnotherRequest() {
        okta.tells(claims ->
                claims.claim("groups", List.of("MCP approvers")).claim("nonce", "another"));

        wasRefused(back(), "okta");
    }

    @Test
    void letsNobodyInByATokenThatOktaDidNotSign() {
        okta.isForged();

        wasRefused(back(), "okta");
    }

    @Test
    void waitsTenMinutes() {
        var back = sentBack();
        server.get(SettableClock.class).goAhead(Duration.ofMinutes(10));

        wasRefused(browser.get(back), "okta");
    }

    @Test
    void leadsToNoOtherPlace() {
        var asked = browser.get("/oauth2/authorization/okta?to=https://elsewhere.example/");

        assertThat(browser.get(browser.get(asked.location()).location()).location())
                .isEqualTo("/sign-in");
    }

    @Test
    void sendsPeopleBackToTheAddressOfTheServerAlone() {
        var asked = browser.with("X-Forwarded-Host", "elsewhere.example").get(BEGIN).location();

        assertThat(URLDecoder.decode(asked, StandardCharsets.UTF_8))
                .contains(
                        "redirect_uri=" + server.here("http://localhost:0/login/oauth2/code/okta"));
    }

    /// What browsers then refuse to send in the clear, and let no other host of the domain set.
    @Test
    void keepsItsCookiesToHttps() {
        try (var other = start("--okta-mcp.public-url=https://mcp.example.com")) {
            var url = other.here("http://localhost:0/");

            var form = RawRequest.send(url, "GET /sign-in HTTP/1.1\nHost: mcp.example.com\n");
            var asked = RawRequest.send(url, "GET " + BEGIN + " HTTP/1.1\nHost: mcp.example.com\n");

            assertThat(form).containsPattern("Set-Cookie: __Host-okta-mcp-form=.*; Secure");
            assertThat(asked)
                    .containsPattern("Set-Cookie: __Host-okta-mcp-okta-sign-in=.*; Secure")
                    .contains("redirect_uri=https://mcp.example.com/login/oauth2/code/okta");
        }
    }

    @Test
    void letsNobodyInWhereNoGroupIsNamed() {
        back();
        try (var other = start("--okta-mcp.sign-in.approver-groups=")) {
            var there = browser.elsewhere(other.here("http://localhost:0/"));
            assertThat(there.get("/secret/0d9f3c").status()).isEqualTo(303);

            browser = Browser.at(other.here("http://localhost:0/"));
            wasRefused(back(), "group");
        }
    }
}
