package dev.oktamcp.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.Browser;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.SettableClock;
import dev.oktamcp.fixture.TestApi;
import dev.oktamcp.fixture.TestServers;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

@ServerTest
class SignInTests {

    private final TestApi api;
    private final SettableClock clock;
    private final Browser browser;

    SignInTests(
            @Autowired TestApi api,
            @Autowired TestServers servers,
            @Autowired SettableClock clock) {
        this.api = api;
        this.clock = clock;
        this.browser = Browser.at(servers.readOnly());
    }

    @AfterEach
    void now() {
        clock.goBackToNow();
    }

    private TestApi.Answer token(String name, String role) {
        return api.post(
                "/api-tokens", "{\"name\":\"%s\",\"roles\":[\"%s\"]}".formatted(name, role));
    }

    private String approver(String name) {
        return token(name, "approver").text("/token");
    }

    private boolean signedIn() {
        return browser.get("/sign-in").text().contains("Sign out</button>");
    }

    @Test
    void asksWhoeverHasNotSignedIn() {
        var shown = browser.get("/secret/0d9f3c");

        assertThat(shown.status()).isEqualTo(303);
        assertThat(shown.location()).isEqualTo("/sign-in?to=/secret/0d9f3c");
        assertThat(shown.text()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"approver", "admin"})
    void letsInWhoeverMayDecideAndLeadsOn(String role) {
        var page = browser.get("/sign-in?to=/secret/0d9f3c");

        var shown = browser.submit(page, Map.of("token", token("Ada", role).text("/token")));

        assertThat(shown.status()).isEqualTo(303);
        assertThat(shown.location()).isEqualTo("/secret/0d9f3c");
        assertThat(browser.get("/sign-in").text()).contains("You are <strong>Ada</strong>");
    }

    @Test
    void letsInTheTokenOfTheEnvironment() {
        assertThat(browser.signIn(TestApi.ADMIN_TOKEN).status()).isEqualTo(303);
        assertThat(signedIn()).isTrue();
    }

    @Test
    void letsNobodyInByASecondFactor() {
        var shown = browser.signIn(token("Program", "mcp").text("/token"));

        assertThat(shown.status()).isEqualTo(403);
        assertThat(shown.text()).contains("This API token may not decide");
        assertThat(signedIn()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no token", "0d9f3c.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void letsNobodyInByWhatIsNoToken(String text) {
        var shown = browser.signIn(text);

        assertThat(shown.status()).isEqualTo(401);
        assertThat(shown.text()).contains("This is no API token").doesNotContain("AAAAA");
        assertThat(signedIn()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/",
                "//elsewhere.example",
                "/\\elsewhere.example",
                "/secret/../../elsewhere",
                "/secret/x?y=//elsewhere.example",
                "/secret/x\r\nX-More: y",
                "javascript:alert(1)",
                "/api/connections"
            })
    void leadsToNoOtherPlace(String to) {
        var page = browser.get("/sign-in");

        var shown = browser.submit(page, Map.of("token", approver("Ada"), "to", to));

        assertThat(shown.location()).isEqualTo("/sign-in");
        assertThat(shown.header("X-More")).isEmpty();
    }

    @Test
    void takesNoFormThatWasNotSentFromItsPage() {
        var token = approver("Ada");
        browser.get("/sign-in");

        var without = browser.post("/sign-in", Map.of("token", token));
        var wrong = browser.post("/sign-in", Map.of("token", token, "_csrf", "guessed"));

        assertThat(without.status()).isEqualTo(403);
        assertThat(wrong.status()).isEqualTo(403);
        assertThat(wrong.text()).contains("Nothing was done");
        assertThat(signedIn()).isFalse();
    }

    @Test
    void takesNoFormOfAnotherBrowser() {
        var other = browser.from("127.0.0.1");
        browser.get("/sign-in");

        var shown = browser.submit(other.get("/sign-in"), Map.of("token", approver("Ada")));

        assertThat(shown.status()).isEqualTo(403);
    }

    /// `null` is what a page would send that keeps its address to itself; another port of this
    /// machine is another program.
    @ParameterizedTest
    @ValueSource(strings = {"null", "https://elsewhere.example", "http://localhost:1"})
    void takesNoFormFromElsewhere(String origin) {
        var page = browser.get("/sign-in");

        var shown = browser.with("Origin", origin).submit(page, Map.of("token", approver("Ada")));

        assertThat(shown.status()).isEqualTo(403);
        assertThat(browser.cookies()).doesNotContainKey("okta-mcp-sign-in");
    }

    @Test
    void endsAfterFifteenMinutes() {
        browser.signIn(approver("Ada"));

        clock.goAhead(Duration.ofMinutes(14));
        assertThat(signedIn()).isTrue();
        clock.goAhead(Duration.ofMinutes(1));
        assertThat(signedIn()).isFalse();
    }

    @Test
    void endsWithItsApiToken() {
        var token = token("Ada", "approver");
        browser.signIn(token.text("/token"));

        api.delete("/api-tokens/" + token.text("/id"));

        assertThat(signedIn()).isFalse();
        assertThat(browser.get("/secret/0d9f3c").status()).isEqualTo(303);
    }

    @Test
    void endsWhenItsApiTokenLapses() {
        var ends = Instant.now().plusSeconds(300);
        var token =
                api.post(
                        "/api-tokens",
                        "{\"name\":\"Ada\",\"roles\":[\"approver\"],\"expires_at\":\"%s\"}"
                                .formatted(ends));
        browser.signIn(token.text("/token"));

        assertThat(signedIn()).isTrue();
        clock.goAhead(Duration.ofMinutes(6));
        assertThat(signedIn()).isFalse();
    }

    @Test
    void endsWhereItIsAskedFor() {
        browser.signIn(approver("Ada"));
        var before = Map.copyOf(browser.cookies());

        browser.submit(browser.get("/sign-in"), Map.of());

        assertThat(before).containsKey("okta-mcp-sign-in");
        assertThat(browser.cookies()).doesNotContainKey("okta-mcp-sign-in");
        assertThat(signedIn()).isFalse();
    }

    @Test
    void knowsNoCookieThatItDidNotSeal() {
        browser.signIn(approver("Ada"));
        browser.cookies().compute("okta-mcp-sign-in", (name, sealed) -> sealed + "AA");

        assertThat(signedIn()).isFalse();
    }

    @Test
    void keepsWhoeverTriesFromTryingOn() {
        var trying = browser.from("127.0.0.9");
        for (int i = 0; i < 10; i++) {
            assertThat(trying.signIn("wrong").status()).isEqualTo(401);
        }
        var good = approver("Ada");

        assertThat(trying.signIn(good).status()).isEqualTo(429);
        assertThat(browser.signIn(good).status()).isEqualTo(303);
        clock.goAhead(Duration.ofMinutes(1));
        assertThat(trying.signIn(good).status()).isEqualTo(303);
    }

    @Test
    void showsNamesAsTheyAre() {
        browser.signIn(approver("<script>alert(1)</script>"));

        assertThat(browser.get("/sign-in").text())
                .contains("&lt;script&gt;")
                .doesNotContain("<script");
    }

    @Test
    void isProtectedAsAPage() {
        var shown = browser.get("/sign-in");

        assertThat(shown.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(shown.header("Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'")
                .doesNotContain("unsafe");
        assertThat(shown.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(shown.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(shown.header("Cache-Control")).contains("no-store");
        assertThat(shown.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(shown.text()).contains("<title>Sign in").doesNotContain("<script", "style=");
    }

    @Test
    void keepsItsCookieFromScriptsAndOtherSites() {
        var cookie = browser.signIn(approver("Ada")).header("Set-Cookie");

        assertThat(cookie)
                .contains("okta-mcp-sign-in=", "Path=/", "Max-Age=900", "HttpOnly", "SameSite=Lax")
                .doesNotContain("JSESSIONID");
        assertThat(browser.get("/sign-in/style.css").header("Content-Type")).contains("text/css");
    }

    @Test
    void opensNoRestApi() {
        var approver = api.by(approver("Ada"));

        assertThat(approver.get("/connections").status()).isEqualTo(403);
        assertThat(browser.get("/api/connections").status()).isEqualTo(401);
    }
}
