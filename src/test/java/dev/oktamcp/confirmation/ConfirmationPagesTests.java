package dev.oktamcp.confirmation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.Browser;
import dev.oktamcp.fixture.CallResult;
import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.SettableClock;
import dev.oktamcp.fixture.StatelessClient;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Where a client can't be asked, a human says yes or no on a page.
@ServerTest
class ConfirmationPagesTests {

    private static final Filter ALL = Filter.ofMethods("read", "write", "custom");

    private final SimulatedOrg org;
    private final TestServers servers;
    private final TestApi api;
    private final SettableClock clock;
    private final JdbcClient jdbc;
    private final ApiTokenChanges tokens;
    private final RawClient client;
    private final Browser browser;
    private String user = "";

    ConfirmationPagesTests(
            @Autowired SimulatedOrg org,
            @Autowired TestServers servers,
            @Autowired TestApi api,
            @Autowired SettableClock clock,
            @Autowired JdbcClient jdbc,
            @Autowired ApiTokenChanges tokens) {
        this.org = org;
        this.servers = servers;
        this.api = api;
        this.clock = clock;
        this.jdbc = jdbc;
        this.tokens = tokens;
        this.client = RawClient.connected(servers.full());
        this.browser = Browser.at(client.url());
    }

    @BeforeEach
    void aUser() {
        user = org.hasUser("by.page@example.com", "ACTIVE");
        browser.signIn(token("approver"));
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

    private String token(String role) {
        return api.post(
                        "/api-tokens",
                        "{\"name\":\"Grace Hopper\",\"roles\":[\"%s\"]}".formatted(role))
                .text("/token");
    }

    private CallResult deactivate() {
        return client.call("deactivate_user", Map.of("user_id", user));
    }

    private static String page(CallResult refused) {
        var facts = refused.response().at("/result/_meta/dev.oktamcp~1failure");
        assertThat(facts.path("code").asString()).isEqualTo("NOT_CONFIRMED");
        assertThat(refused.text()).contains(facts.path("confirm_url").stringValue());
        return URI.create(facts.path("confirm_url").stringValue()).getPath();
    }

    private Browser.Shown answer(String page, String answer) {
        return browser.submit(browser.get(page), Map.of("answer", answer));
    }

    @Test
    void showsWhatTheCallWouldDo() {
        var shown = browser.get(page(deactivate()));

        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.text())
                .contains("Deactivate user in " + org.url())
                .contains("by.page@example.com (%s)".formatted(user))
                .contains("status &quot;ACTIVE&quot;")
                .contains("Admin roles of the person: none.")
                .contains("activate_user begins the account anew");
        assertThat(org.statusOf(user)).isEqualTo("ACTIVE");
    }

    @Test
    void aYesIsUsedOnce() {
        assertThat(answer(page(deactivate()), "yes").text()).contains("You said yes");
        assertThat(org.statusOf(user)).isEqualTo("ACTIVE");

        assertThat(deactivate().failed()).isFalse();
        assertThat(org.statusOf(user)).isEqualTo("DEPROVISIONED");

        org.hasUser("by.page@example.com", "ACTIVE");
        assertThat(deactivate().code()).isEqualTo("NOT_CONFIRMED");
        assertThat(org.statusOf(user)).isEqualTo("ACTIVE");
    }

    @Test
    void aYesIsRecordedWithWhoSaidIt() {
        answer(page(deactivate()), "yes");
        assertThat(deactivate().failed()).isFalse();

        var calls =
                jdbc.sql(
                                """
                                select call_id, coalesce(confirmed_by, '') confirmed_by
                                  from audit_event
                                 where server_id = :id
                                 order by started_at
                                """)
                        .param("id", TestServers.id(client.url()))
                        .query((row, number) -> row.getString(1) + " " + row.getString(2))
                        .list();
        var asked = calls.getFirst().strip();
        assertThat(calls).hasSize(2);
        assertThat(calls.getLast()).matches(".+ page: api_token:\\S+, as asked by " + asked);
        assertThat(acts()).containsExactly("CONFIRMED Grace Hopper");
    }

    private List<String> acts() {
        return jdbc.sql("select act, human_name from human_act where server_id = :id")
                .param("id", TestServers.id(client.url()))
                .query((row, number) -> row.getString(1) + " " + row.getString(2))
                .list();
    }

    @Test
    void aNoIsFinalForTheCallThatComesNext() {
        assertThat(answer(page(deactivate()), "no").text()).contains("You said no");
        assertThat(acts()).containsExactly("REFUSED Grace Hopper");

        assertThat(deactivate().text()).contains("The user said no");
        assertThat(org.statusOf(user)).isEqualTo("ACTIVE");
    }

    @Test
    void whatIsNoYesIsANo() {
        answer(page(deactivate()), "YES");

        assertThat(deactivate().text()).contains("The user said no");
        assertThat(org.statusOf(user)).isEqualTo("ACTIVE");
    }

    @Test
    void waitsAtTheSameAddress() {
        var first = page(deactivate());

        assertThat(page(deactivate())).isEqualTo(first);
    }

    @Test
    void canBeDecidedOnce() {
        var page = page(deactivate());
        var shown = browser.get(page);
        browser.submit(shown, Map.of("answer", "no"));

        assertThat(browser.submit(shown, Map.of("answer", "yes")).status()).isEqualTo(410);
        assertThat(deactivate().failed()).isTrue();
        assertThat(org.statusOf(user)).isEqualTo("ACTIVE");
    }

    @Test
    void lapses() {
        var page = page(deactivate());
        clock.goAhead(Duration.ofMinutes(14));
        browser.signIn(token("approver"));
        var shown = browser.get(page);
        assertThat(shown.status()).isEqualTo(200);
        clock.goAhead(Duration.ofMinutes(2));

        assertThat(browser.submit(shown, Map.of("answer", "yes")).status()).isEqualTo(404);
        assertThat(deactivate().failed()).isTrue();
        assertThat(org.statusOf(user)).isEqualTo("ACTIVE");
    }

    @Test
    void aYesLapsesToo() {
        answer(page(deactivate()), "yes");
        clock.goAhead(Duration.ofMinutes(16));

        assertThat(deactivate().code()).isEqualTo("NOT_CONFIRMED");
        assertThat(org.statusOf(user)).isEqualTo("ACTIVE");
    }

    @Test
    void aYesIsForExactlyTheseArguments() {
        answer(page(client.call("delete_group", Map.of("group_id", org.hasGroup("One")))), "yes");

        var other = client.call("delete_group", Map.of("group_id", org.hasGroup("Other")));

        assertThat(other.code()).isEqualTo("NOT_CONFIRMED");
        assertThat(org.groupId("Other")).isNotEmpty();
    }

    @Test
    void aYesIsForThisCallerAlone() {
        answer(page(deactivate()), "yes");

        var elsewhere = RawClient.connected(servers.with(Config.of(ALL), null));

        assertThat(elsewhere.call("deactivate_user", Map.of("user_id", user)).code())
                .isEqualTo("NOT_CONFIRMED");
        assertThat(org.statusOf(user)).isEqualTo("ACTIVE");
    }

    @Test
    void whatHasChangedIsAskedAgain() {
        answer(page(deactivate()), "yes");
        org.hasUser("by.page@example.com", "SUSPENDED");

        assertThat(deactivate().text()).contains("has changed since");
        assertThat(org.statusOf(user)).isEqualTo("SUSPENDED");
    }

    @Test
    void itCanBeSaidToTheNextCallOfEitherEra() {
        var url = servers.full();
        var session = RawClient.connected(url);
        var stateless = StatelessClient.of(url);
        var arguments = Map.of("user_id", user);
        answer(page(stateless.call("deactivate_user", arguments)), "yes");

        assertThat(session.call("deactivate_user", arguments).failed()).isFalse();
        assertThat(org.statusOf(user)).isEqualTo("DEPROVISIONED");
    }

    /// REST makes no API token that could both call and decide; whatever is stored, it does not.
    @Test
    void isNotDecidedByTheTokenThatTheCallCameWith() {
        var made = Token.create();
        var roles = Set.of(Role.MCP, Role.APPROVER);
        tokens.create(
                new ApiToken(made.id(), "both", roles, Set.of(), null, Instant.now(), null), made);
        var token = made.text();
        var config = new Config(ALL, ToolExposure.DEFAULT, true);
        var calls =
                StatelessClient.of(servers.with(config, null))
                        .with("Authorization", "Bearer " + token);
        var page = page(calls.call("deactivate_user", Map.of("user_id", user)));
        var shown = browser.get(page);
        browser.signIn(token);

        assertThat(browser.get(page).status()).isEqualTo(403);
        assertThat(browser.submit(shown, Map.of("answer", "yes")).status()).isEqualTo(403);
        assertThat(calls.call("deactivate_user", Map.of("user_id", user)).failed()).isTrue();
        assertThat(org.statusOf(user)).isEqualTo("ACTIVE");
    }

    /// A URL that asks for no API token may be given one all the same.
    @Test
    void isNotDecidedByATokenThatNobodyAskedFor() {
        var token = token("approver");
        var calls = StatelessClient.of(client.url()).with("Authorization", "Bearer " + token);
        var page = page(calls.call("deactivate_user", Map.of("user_id", user)));
        browser.signIn(token);

        assertThat(browser.get(page).status()).isEqualTo(403);
    }

    @Test
    void aNewQuestionEndsTheOlder() {
        var older = page(deactivate());
        var shown = browser.get(older);
        org.hasUser("by.page@example.com", "SUSPENDED");
        var newer = page(deactivate());

        assertThat(newer).isNotEqualTo(older);
        assertThat(browser.get(older).status()).isEqualTo(404);
        assertThat(browser.submit(shown, Map.of("answer", "yes")).status()).isEqualTo(404);
        assertThat(deactivate().failed()).isTrue();
    }

    /// Two questions about the same call are left by calls that came together.
    @Test
    void oneYesIsOneCallHoweverOftenItWasAskedFor() {
        var one = page(deactivate());
        jdbc.sql("update confirmation set call_key = 'hidden' where id = :id")
                .param("id", one.substring("/confirm/".length()))
                .update();
        var two = page(deactivate());
        jdbc.sql(
                        """
                        update confirmation
                           set call_key = (select call_key from confirmation where id = :two)
                         where id = :one
                        """)
                .param("one", one.substring("/confirm/".length()))
                .param("two", two.substring("/confirm/".length()))
                .update();
        answer(one, "yes");
        answer(two, "yes");
        assertThat(deactivate().failed()).isFalse();
        org.hasUser("by.page@example.com", "ACTIVE");

        assertThat(page(deactivate())).isNotIn(one, two);
    }

    /// The values are hidden, and that something is set is not.
    @Test
    void saysWhichHiddenAttributesAreSet() {
        var filter = new Filter(ALL.methods(), Set.of(), Set.of(), Set.of(), Set.of("nickName"));
        var config = new Config(filter, ToolExposure.DEFAULT, false, AskBefore.CHANGE);
        var asks = RawClient.connected(servers.with(config, null));
        var changes = Map.of("user_id", user, "profile", Map.of("nickName", "canary"));

        assertThat(browser.get(page(asks.call("update_user", changes))).text())
                .contains("nickName")
                .contains("[hidden on this MCP server]")
                .doesNotContain("canary");
    }

    @Test
    void saysWhoAsks() {
        assertThat(browser.get(page(deactivate())).text())
                .contains("<code>deactivate_user</code>")
                .contains("Asked for by (as it names itself): raw");
    }

    @Test
    void showsNothingToWhoHasNotSignedIn() {
        var page = page(deactivate());
        var nobody = Browser.at(client.url());

        assertThat(nobody.get(page).location()).isEqualTo("/sign-in?to=" + page);
        assertThat(nobody.post(page, Map.of("answer", "yes")).status()).isNotEqualTo(200);
        assertThat(deactivate().failed()).isTrue();
        assertThat(org.statusOf(user)).isEqualTo("ACTIVE");
    }

    @Test
    void takesNoFormOfAnotherSite() {
        var page = page(deactivate());

        assertThat(browser.post(page, Map.of("answer", "yes")).status()).isEqualTo(403);
        assertThat(deactivate().failed()).isTrue();
    }

    @Test
    void asksBeforeEveryChangeWhereTheServerSaysSo() {
        var config = new Config(ALL, ToolExposure.DEFAULT, false, AskBefore.CHANGE);
        var asks = RawClient.connected(servers.with(config, null));

        assertThat(asks.call("suspend_user", Map.of("user_id", user)).code())
                .isEqualTo("NOT_CONFIRMED");
        assertThat(client.call("suspend_user", Map.of("user_id", user)).failed()).isFalse();
    }

    @Test
    void asksNobodyWhereTheServerSaysNever() {
        var token = token("mcp");
        var config = new Config(ALL, ToolExposure.DEFAULT, true, AskBefore.NEVER);
        var calls =
                StatelessClient.of(servers.with(config, null))
                        .with("Authorization", "Bearer " + token);

        assertThat(calls.call("deactivate_user", Map.of("user_id", user)).failed()).isFalse();
        assertThat(org.statusOf(user)).isEqualTo("DEPROVISIONED");
    }
}
