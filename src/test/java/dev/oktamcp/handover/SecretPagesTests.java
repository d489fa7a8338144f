package dev.oktamcp.handover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.Browser;
import dev.oktamcp.fixture.CallResult;
import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.SettableClock;
import dev.oktamcp.fixture.TestApi;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.security.ApiToken;
import dev.oktamcp.security.ApiTokenChanges;
import dev.oktamcp.security.Role;
import dev.oktamcp.server.ServerDefinition.Config;
import dev.oktamcp.server.ServerDefinition.Filter;
import dev.oktamcp.server.ToolExposure;
import dev.oktamcp.simulation.SimulatedOrg;
import dev.oktamcp.store.Token;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

@ServerTest
@ExtendWith(OutputCaptureExtension.class)
class SecretPagesTests {

    private static final Pattern SHOWN = Pattern.compile("<h2>([^<]*)</h2>\\s*<pre>([^<]*)</pre>");

    private final SimulatedOrg org;
    private final TestServers servers;
    private final TestApi api;
    private final SettableClock clock;
    private final JdbcClient jdbc;
    private final KeptSecrets secrets;
    private final ApiTokenChanges tokens;
    private final RawClient client;
    private final Browser browser;

    SecretPagesTests(
            @Autowired SimulatedOrg org,
            @Autowired TestServers servers,
            @Autowired TestApi api,
            @Autowired SettableClock clock,
            @Autowired JdbcClient jdbc,
            @Autowired KeptSecrets secrets,
            @Autowired ApiTokenChanges tokens) {
        this.org = org;
        this.servers = servers;
        this.api = api;
        this.clock = clock;
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.tokens = tokens;
        this.client = RawClient.connected(servers.full());
        this.browser = Browser.at(client.url());
    }

    @AfterEach
    void now() {
        clock.goBackToNow();
    }

    private CallResult activates(RawClient client, String login) {
        var user = org.hasUser(login, "STAGED");
        return client.agreed("activate_user", Map.of("user_id", user, "send_email", false));
    }

    /// The path of a secret's page.
    private String made(String login) {
        return path(activates(client, login));
    }

    private static String path(CallResult result) {
        return URI.create(result.value().path("secret_url").stringValue()).getPath();
    }

    private void signIn() {
        assertThat(browser.signIn(approver("Grace Hopper")).status()).isEqualTo(303);
    }

    private String approver(String name) {
        return api.post("/api-tokens", "{\"name\":\"%s\",\"roles\":[\"approver\"]}".formatted(name))
                .text("/token");
    }

    private Browser.Shown opened(String path) {
        return browser.submit(browser.get(path), Map.of());
    }

    private List<String> contents() {
        return jdbc.sql("select content from kept_secret where content is not null")
                .query(String.class)
                .list();
    }

    @Test
    void leadsAHumanToWhatNoModelMaySee() {
        var result = activates(client, "link.by.hand@example.com");
        signIn();

        var value = result.value();
        var shown = opened(path(result));

        assertThat(value.path("activationUrl").stringValue()).isEqualTo("[redacted]");
        assertThat(value.path("secret_url").stringValue()).startsWith("http://localhost:");
        assertThat(Instant.parse(value.path("secret_until").stringValue()))
                .isBetween(Instant.now().plusSeconds(840), Instant.now().plusSeconds(900));
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.text()).containsPattern("<h2>activationUrl</h2>\\s*<pre>http.*/welcome/");
    }

    @Test
    void tellsTheSecretToNobodyElse(CapturedOutput output) {
        var result = activates(client, "canary@example.com");
        var stored = String.join("", contents());
        signIn();
        var shown = SHOWN.matcher(opened(path(result)).text()).results().toList();

        assertThat(shown).hasSize(2);
        for (var secret : shown) {
            var value = secret.group(2);
            assertThat(result.response().toString()).doesNotContain(value);
            assertThat(stored).isNotEmpty().doesNotContain(value);
            assertThat(jdbc.sql("select * from audit_event").query().listOfRows().toString())
                    .contains("activate_user")
                    .doesNotContain(value);
            assertThat(output.getAll()).doesNotContain(value);
        }
    }

    @Test
    void tellsWhatItIsBeforeItIsOpened() {
        var path = made("tell.me.first@example.com");
        signIn();

        var shown = browser.get(path);

        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.text())
                .contains("Activate user", "activate_user", org.userId("tell.me.first@example.com"))
                .contains("MCP server test", "Open it now", "Grace Hopper")
                .doesNotContain("/welcome/");
    }

    @Test
    void opensOnce() {
        var path = made("once@example.com");
        signIn();
        var page = browser.get(path);

        var first = browser.submit(page, Map.of());
        var second = browser.submit(page, Map.of());

        assertThat(first.text()).contains("/welcome/");
        assertThat(second.status()).isEqualTo(410);
        assertThat(second.text())
                .contains("Grace Hopper opened this secret at")
                .doesNotContain("/welcome/");
        assertThat(browser.get(path).status()).isEqualTo(410);
    }

    @Test
    void isNotOpenedByLookingAtIt() {
        var path = made("looked.at@example.com");
        signIn();
        browser.get(path);
        browser.get(path);

        assertThat(opened(path).text()).contains("/welcome/");
    }

    @Test
    void opensForNobodyWhoHasNotSignedIn() {
        var path = made("stranger@example.com");
        var form = browser.get("/sign-in");

        var looked = browser.get(path);
        var opened = browser.post(path, Map.of("_csrf", hidden(form)));

        assertThat(looked.location()).isEqualTo("/sign-in?to=" + path);
        assertThat(opened.status()).isEqualTo(303);
        assertThat(opened.text()).isEmpty();
        signIn();
        assertThat(opened(path).text()).contains("/welcome/");
    }

    private static String hidden(Browser.Shown page) {
        return page.text().replaceFirst("(?s).*name=\"_csrf\" value=\"([^\"]*)\".*", "$1");
    }

    @Test
    void opensByNoFormOfAnotherPage() {
        var path = made("forged@example.com");
        signIn();

        var without = browser.post(path, Map.of());
        var wrong = browser.post(path, Map.of("_csrf", "guessed"));

        assertThat(without.status()).isEqualTo(403);
        assertThat(wrong.status()).isEqualTo(403);
        assertThat(opened(path).text()).contains("/welcome/");
    }

    @Test
    void lapsesAfterFifteenMinutes() {
        var path = made("too.late@example.com");
        clock.goAhead(Duration.ofMinutes(15));
        signIn();

        var shown = browser.get(path);
        secrets.forget();

        assertThat(shown.status()).isEqualTo(410);
        assertThat(shown.text()).contains("Nobody opened this secret");
        assertThat(contents()).isEmpty();
    }

    @Test
    void isForgottenAfterAWeek() {
        var path = made("long.ago@example.com");
        clock.goAhead(Duration.ofDays(8));
        secrets.forget();
        signIn();

        assertThat(browser.get(path).status()).isEqualTo(404);
    }

    @Test
    void lapsesWhileItsPageIsOpen() {
        var path = made("slow.reader@example.com");
        clock.goAhead(Duration.ofMinutes(10));
        signIn();
        var page = browser.get(path);
        clock.goAhead(Duration.ofMinutes(5));

        assertThat(browser.submit(page, Map.of()).status()).isEqualTo(410);
    }

    @Test
    void outlivesNewKeys() {
        var path = made("rotated@example.com");

        assertThat(api.post("/keys/rotate", "").status()).isEqualTo(200);

        signIn();
        assertThat(opened(path).text()).contains("/welcome/");
    }

    /// REST makes no API token that could both call and decide; whatever is stored, it does not.
    @Test
    void opensForNobodyWithTheApiTokenOfTheCall() {
        var token = Token.create();
        var roles = Set.of(Role.MCP, Role.APPROVER);
        tokens.create(
                new ApiToken(token.id(), "both", roles, Set.of(), null, Instant.now(), null),
                token);
        var path = path(activates(withFactor(token), "own.call@example.com"));
        browser.signIn(token.text());

        var looked = browser.get(path);
        var opened = browser.post(path, Map.of("_csrf", hidden(browser.get("/sign-in"))));

        assertThat(looked.status()).isEqualTo(403);
        assertThat(opened.status()).isEqualTo(403);
        assertThat(opened.text()).contains("Somebody else must open it");
        signIn();
        assertThat(opened(path).text()).contains("/welcome/");
    }

    private RawClient withFactor(Token token) {
        var config =
                new Config(Filter.ofMethods("read", "write", "custom"), ToolExposure.DEFAULT, true);
        var caller =
                RawClient.of(servers.with(config, null))
                        .with("Authorization", "Bearer " + token.text());
        var session = caller.initialize("{}").headers().firstValue("Mcp-Session-Id");
        return caller.with("Mcp-Session-Id", session.orElseThrow());
    }

    @Test
    void recordsWhoOpenedIt() {
        var result = activates(client, "on.record@example.com");
        signIn();

        opened(path(result));

        var deed =
                jdbc.sql("select * from human_act where call_id = :call")
                        .param("call", callId(result))
                        .query()
                        .singleRow();
        assertThat(deed)
                .containsEntry("ACT", "OPENED_SECRET")
                .containsEntry("HUMAN_NAME", "Grace Hopper")
                .containsEntry("TOOL", "activate_user")
                .containsEntry("SERVER_ID", TestServers.id(client.url()));
        assertThat(deed.get("HUMAN")).asString().startsWith("api_token:");
    }

    private static String callId(CallResult result) {
        return result.response()
                .path("result")
                .path("_meta")
                .path("dev.oktamcp/call")
                .stringValue();
    }

    @Test
    void keepsWhatAnOperationsOwnToolMakes() {
        var user = org.hasUser("by.operation@example.com");

        var result =
                client.agreed(
                        "call_destroy",
                        Map.of(
                                "operation",
                                "expirePasswordWithTempPassword",
                                "arguments",
                                Map.of("id", user)));

        signIn();
        assertThat(opened(path(result)).text()).contains("<h2>tempPassword</h2>");
    }

    @Test
    void keepsNothingOfARead() {
        var value = client.call("test_secrets", Map.of()).value();

        assertThat(value.toString()).contains("[redacted]").doesNotContain("secret_");
    }

    /// What would be sent has the new password in it.
    @Test
    void keepsNothingOfARehearsal() {
        var user = org.hasUser("rehearsed@example.com");
        var body =
                Map.of(
                        "oldPassword", Map.of("value", "Simulated-1"),
                        "newPassword", Map.of("value", "Canary-of-a-rehearsal-1"));

        var value =
                client.call(
                                "change_password",
                                Map.of("userId", user, "body", body, "dry_run", true))
                        .value();

        assertThat(value.toString())
                .contains("[redacted]")
                .doesNotContain("secret_")
                .doesNotContain("Canary-of-a-rehearsal-1");
    }

    @Test
    void keepsNothingOfAnEmailedLink() {
        var user = org.hasUser("emailed@example.com", "STAGED");

        var value = client.agreed("activate_user", Map.of("user_id", user)).value();

        assertThat(value.toString()).doesNotContain("secret_");
    }

    @Test
    void knowsNoOtherSecrets() {
        signIn();

        var shown = browser.get("/secret/3f0d8b0e-5a63-4f2c-b0ce-8e4a2f1d9c77");

        assertThat(shown.status()).isEqualTo(404);
        assertThat(shown.text()).contains("There is no such secret");
    }
}
