package dev.oktamcp.handover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.CallResult;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.SettableClock;
import dev.oktamcp.fixture.TestApi;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What is kept of which answers, where, and for how long.
@ServerTest
@ExtendWith(OutputCaptureExtension.class)
class KeptSecretsTests {

    private static final Pattern SHOWN = Pattern.compile("<h2>([^<]*)</h2>\\s*<pre>([^<]*)</pre>");

    private final SimulatedOrg org;
    private final TestApi api;
    private final SettableClock clock;
    private final JdbcClient jdbc;
    private final KeptSecrets secrets;
    private final SecretStory story;

    KeptSecretsTests(
            @Autowired SimulatedOrg org,
            @Autowired TestServers servers,
            @Autowired TestApi api,
            @Autowired SettableClock clock,
            @Autowired JdbcClient jdbc,
            @Autowired KeptSecrets secrets) {
        this.org = org;
        this.api = api;
        this.clock = clock;
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.story = new SecretStory(org, api, servers.full());
    }

    @AfterEach
    void now() {
        clock.goBackToNow();
    }

    private List<String> contents() {
        return jdbc.sql("select content from kept_secret where content is not null")
                .query(String.class)
                .list();
    }

    @Test
    void leadsAHumanToWhatNoModelMaySee() {
        var result = story.activates("link.by.hand@example.com");
        story.signIn();

        var value = result.value();
        var shown = story.opened(SecretStory.path(result));

        assertThat(value.path("activationUrl").stringValue()).isEqualTo("[redacted]");
        assertThat(value.path("secret_url").stringValue()).startsWith("http://localhost:");
        assertThat(Instant.parse(value.path("secret_until").stringValue()))
                .isBetween(Instant.now().plusSeconds(840), Instant.now().plusSeconds(900));
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.text()).containsPattern("<h2>activationUrl</h2>\\s*<pre>http.*/welcome/");
    }

    @Test
    void tellsTheSecretToNobodyElse(CapturedOutput output) {
        var result = story.activates("canary@example.com");
        var stored = String.join("", contents());
        story.signIn();
        var shown = SHOWN.matcher(story.opened(SecretStory.path(result)).text()).results().toList();

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
    void lapsesAfterFifteenMinutes() {
        var path = story.made("too.late@example.com");
        clock.goAhead(Duration.ofMinutes(15));
        story.signIn();

        var shown = story.browser.get(path);
        secrets.forget();

        assertThat(shown.status()).isEqualTo(410);
        assertThat(shown.text()).contains("Nobody opened this secret");
        assertThat(contents()).isEmpty();
    }

    @Test
    void isForgottenAfterAWeek() {
        var path = story.made("long.ago@example.com");
        clock.goAhead(Duration.ofDays(8));
        secrets.forget();
        story.signIn();

        assertThat(story.browser.get(path).status()).isEqualTo(404);
    }

    @Test
    void outlivesNewKeys() {
        var path = story.made("rotated@example.com");

        assertThat(api.post("/keys/rotate", "").status()).isEqualTo(200);

        story.signIn();
        assertThat(story.opened(path).text()).contains("/welcome/");
    }

    @Test
    void recordsWhoOpenedIt() {
        var result = story.activates("on.record@example.com");
        story.signIn();

        story.opened(SecretStory.path(result));

        var deed =
                jdbc.sql("select * from human_act where call_id = :call")
                        .param("call", callId(result))
                        .query()
                        .singleRow();
        assertThat(deed)
                .containsEntry("ACT", "OPENED_SECRET")
                .containsEntry("HUMAN_NAME", "Grace Hopper")
                .containsEntry("TOOL", "activate_user")
                .containsEntry("SERVER_ID", TestServers.id(story.client.url()));
        assertThat(deed.get("HUMAN")).asString().startsWith("api_token:");
    }

    @Test
    void keepsWhatAnOperationsOwnToolMakes() {
        var user = org.hasUser("by.operation@example.com");

        var result =
                story.client.agreed(
                        "call_destroy",
                        Map.of(
                                "operation",
                                "expirePasswordWithTempPassword",
                                "arguments",
                                Map.of("id", user)));

        story.signIn();
        assertThat(story.opened(SecretStory.path(result)).text()).contains("<h2>tempPassword</h2>");
    }

    @Test
    void keepsNothingOfARead() {
        var value = story.client.call("test_secrets", Map.of()).value();

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
                story.client
                        .call(
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

        var value = story.client.agreed("activate_user", Map.of("user_id", user)).value();

        assertThat(value.toString()).doesNotContain("secret_");
    }

    private static String callId(CallResult result) {
        return result.response()
                .path("result")
                .path("_meta")
                .path("dev.oktamcp/call")
                .stringValue();
    }
}
