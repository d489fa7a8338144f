package dev.oktamcp.handover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.Browser;
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
import dev.oktamcp.tool.AskBefore;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/// Who gets to see a secret, and how often.
@ServerTest
class SecretPagesTests {

    private final SimulatedOrg org;
    private final TestServers servers;
    private final SettableClock clock;
    private final ApiTokenChanges tokens;
    private final SecretStory story;
    private final JdbcClient jdbc;

    SecretPagesTests(
            @Autowired SimulatedOrg org,
            @Autowired TestServers servers,
            @Autowired TestApi api,
            @Autowired SettableClock clock,
            @Autowired ApiTokenChanges tokens,
            @Autowired JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.org = org;
        this.servers = servers;
        this.clock = clock;
        this.tokens = tokens;
        this.story = new SecretStory(org, api, servers.full());
    }

    @AfterEach
    void now() {
        clock.goBackToNow();
    }

    /// REST, whose answers are held against its description, would show one that it never makes.
    @AfterEach
    void forgetTheTokenThatRestWouldNotMake() {
        jdbc.sql("delete from api_token where name = 'both'").update();
    }

    @Test
    void tellsWhatItIsBeforeItIsOpened() {
        var path = story.made("tell.me.first@example.com");
        story.signIn();

        var shown = story.browser.get(path);

        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.text())
                .contains("Activate user", "activate_user", org.userId("tell.me.first@example.com"))
                .contains("MCP server test", "Open it now", "Grace Hopper")
                .doesNotContain("/welcome/");
    }

    @Test
    void opensOnce() {
        var path = story.made("once@example.com");
        story.signIn();
        var page = story.browser.get(path);

        var first = story.browser.submit(page, Map.of());
        var second = story.browser.submit(page, Map.of());

        assertThat(first.text()).contains("/welcome/");
        assertThat(second.status()).isEqualTo(410);
        assertThat(second.text())
                .contains("Grace Hopper opened this secret at")
                .doesNotContain("/welcome/");
        assertThat(story.browser.get(path).status()).isEqualTo(410);
    }

    @Test
    void isNotOpenedByLookingAtIt() {
        var path = story.made("looked.at@example.com");
        story.signIn();
        story.browser.get(path);
        story.browser.get(path);

        assertThat(story.opened(path).text()).contains("/welcome/");
    }

    @Test
    void opensForNobodyWhoHasNotSignedIn() {
        var path = story.made("stranger@example.com");
        var form = story.browser.get("/sign-in");

        var looked = story.browser.get(path);
        var opened = story.browser.post(path, Map.of("_csrf", hidden(form)));

        assertThat(looked.location()).isEqualTo("/sign-in?to=" + path);
        assertThat(opened.status()).isEqualTo(303);
        assertThat(opened.text()).isEmpty();
        story.signIn();
        assertThat(story.opened(path).text()).contains("/welcome/");
    }

    private static String hidden(Browser.Shown page) {
        return page.text().replaceFirst("(?s).*name=\"_csrf\" value=\"([^\"]*)\".*", "$1");
    }

    @Test
    void opensByNoFormOfAnotherPage() {
        var path = story.made("forged@example.com");
        story.signIn();

        var without = story.browser.post(path, Map.of());
        var wrong = story.browser.post(path, Map.of("_csrf", "guessed"));

        assertThat(without.status()).isEqualTo(403);
        assertThat(wrong.status()).isEqualTo(403);
        assertThat(story.opened(path).text()).contains("/welcome/");
    }

    @Test
    void lapsesWhileItsPageIsOpen() {
        var path = story.made("slow.reader@example.com");
        clock.goAhead(Duration.ofMinutes(10));
        story.signIn();
        var page = story.browser.get(path);
        clock.goAhead(Duration.ofMinutes(5));

        assertThat(story.browser.submit(page, Map.of()).status()).isEqualTo(410);
    }

    /// REST makes no API token that could both call and decide; whatever is stored, it does not.
    @Test
    void opensForNobodyWithTheApiTokenOfTheCall() {
        var token = Token.create();
        var roles = Set.of(Role.MCP, Role.APPROVER);
        tokens.create(
                new ApiToken(token.id(), "both", roles, Set.of(), null, Instant.now(), null),
                token);
        var user = org.hasUser("own.call@example.com", "STAGED");
        var made =
                withFactor(token)
                        .call("activate_user", Map.of("user_id", user, "send_email", false));
        var path = SecretStory.path(made);
        story.browser.signIn(token.text());

        var looked = story.browser.get(path);
        var opened =
                story.browser.post(path, Map.of("_csrf", hidden(story.browser.get("/sign-in"))));

        assertThat(looked.status()).isEqualTo(403);
        assertThat(opened.status()).isEqualTo(403);
        assertThat(opened.text()).contains("Somebody else must open it");
        story.signIn();
        assertThat(story.opened(path).text()).contains("/welcome/");
    }

    private RawClient withFactor(Token token) {
        var config =
                new Config(
                        Filter.ofMethods("read", "write", "custom"),
                        ToolExposure.DEFAULT,
                        true,
                        AskBefore.NEVER);
        var caller =
                RawClient.of(servers.with(config, null))
                        .with("Authorization", "Bearer " + token.text());
        var session = caller.initialize("{}").headers().firstValue("Mcp-Session-Id");
        return caller.with("Mcp-Session-Id", session.orElseThrow());
    }

    @Test
    void knowsNoOtherSecrets() {
        story.signIn();

        var shown = story.browser.get("/secret/3f0d8b0e-5a63-4f2c-b0ce-8e4a2f1d9c77");

        assertThat(shown.status()).isEqualTo(404);
        assertThat(shown.text()).contains("There is no such secret");
    }
}
