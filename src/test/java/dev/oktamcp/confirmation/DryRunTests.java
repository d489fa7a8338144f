package dev.oktamcp.confirmation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.CallResult;
import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.server.ServerDefinition.Config;
import dev.oktamcp.server.ServerDefinition.Filter;
import dev.oktamcp.simulation.RecordedRequest;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// `dry_run` tells what a call would do, and does nothing.
@ServerTest
class DryRunTests {

    private final SimulatedOrg org;
    private final TestServers servers;
    private final RawClient client;

    DryRunTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.servers = servers;
        this.client = RawClient.connected(servers.full());
    }

    @BeforeEach
    void forget() {
        org.forgetRequests();
    }

    private CallResult dry(String tool, Map<String, ?> arguments) {
        var all = new HashMap<String, Object>(arguments);
        all.put("dry_run", true);
        return client.call(tool, all);
    }

    private CallResult dryCall(String tool, String operation, Map<String, ?> arguments) {
        var all = new HashMap<String, Object>(arguments);
        all.put("dry_run", true);
        return client.call(tool, Map.of("operation", operation, "arguments", all));
    }

    private void onlyRead() {
        assertThat(org.requests()).extracting(RecordedRequest::method).containsOnly("GET");
    }

    @Test
    void tellsWhatWouldBecomeDifferent() {
        var group = org.hasGroup("Before");

        var told = dry("update_group", Map.of("group_id", group, "profile", Map.of("name", "New")));

        var profile = told.value().at("/changes/profile");
        assertThat(told.value().path("target").asString())
                .isEqualTo("Before (%s)".formatted(group));
        assertThat(profile.at("/name/from").asString()).isEqualTo("Before");
        assertThat(profile.at("/name/to").asString()).isEqualTo("New");
        assertThat(profile.size()).isEqualTo(1);
        assertThat(told.value().at("/requests/0/operation").asString()).isEqualTo("replaceGroup");
        onlyRead();
    }

    @Test
    void asksNobody() {
        var user = org.hasUser("dry.run@example.com");

        var told = dry("deactivate_user", Map.of("user_id", user));

        assertThat(told.value().at("/now/status").asString()).isEqualTo("ACTIVE");
        assertThat(told.value().path("undo").asString()).isNotEmpty();
        assertThat(org.statusOf(user)).isEqualTo("ACTIVE");
        onlyRead();
    }

    @Test
    void saysThatTheCallWouldFail() {
        var user = org.hasUser("dry.active@example.com");

        var told = dry("delete_deactivated_user", Map.of("user_id", user));

        assertThat(told.failed()).isTrue();
        assertThat(told.text()).contains("only a DEPROVISIONED user is deleted");
        onlyRead();
    }

    @Test
    void saysThatWhatItIsAboutIsNotThere() {
        var told = dry("delete_group", Map.of("group_id", "00gNobodyKnowsThis00"));

        assertThat(told.failed()).isTrue();
        assertThat(told.text()).contains("E0000007");
    }

    @Test
    void tellsWhatWouldBeTheFirstOfItsKind() {
        var brand = new OrgContent(org).brand();
        org.forgetRequests();

        var told =
                dry(
                        "replace_customized_error_page",
                        Map.of("brand_id", brand, "page_content", "<html>Ours</html>"));

        assertThat(told.value().at("/notes/0").asString()).isEqualTo("It is not there yet.");
        assertThat(told.value().at("/requests/0/operation").asString())
                .isEqualTo("replaceCustomizedErrorPage");
        onlyRead();
    }

    @Test
    void tellsTheRequestAndTheDifferenceOfAnyOperation() {
        var group = org.hasGroup("Generated");
        var body = Map.of("profile", Map.of("name", "Renamed"));

        var told = dryCall("call_change", "replaceGroup", Map.of("groupId", group, "body", body));

        var request = told.value().at("/requests/0");
        assertThat(request.path("operation").asString()).isEqualTo("replaceGroup");
        assertThat(request.at("/arguments/groupId").asString()).isEqualTo(group);
        assertThat(request.path("arguments").has("dry_run")).isFalse();
        assertThat(told.value().at("/changes/profile/name/to").asString()).isEqualTo("Renamed");
        onlyRead();
    }

    @Test
    void tellsWhatAFullReplacementWouldEmpty() {
        var user = org.hasUser("dry.replaced@example.com");
        var profile = Map.of("login", "dry.replaced@example.com", "email", "dry@example.com");
        var body = Map.of("profile", profile);

        var told = dryCall("call_destroy", "replaceUser", Map.of("id", user, "body", body));

        assertThat(told.value().at("/changes/profile/lastName/from").isString()).isTrue();
        assertThat(told.value().at("/changes/profile/lastName/to").isNull()).isTrue();
        onlyRead();
    }

    @Test
    void theOperationItselfSaysWhichToolTellsMore() {
        var group = org.hasGroup("Counted elsewhere");

        var itself = dryCall("call_destroy", "deleteGroup", Map.of("groupId", group));
        var byTool = dry("delete_group", Map.of("group_id", group));

        assertThat(itself.value().path("notes").toString())
                .contains("where delete_group is called");
        assertThat(byTool.value().path("notes").toString()).doesNotContain("delete_group");
        assertThat(byTool.value().path("reach")).isNotEmpty();
    }

    /// A tool of its own, though plans send the same.
    @Test
    void toTakeSessionsAwayLeadsToNoPlan() {
        var told = dry("revoke_user_sessions", Map.of("user_id", org.hasUser("dry.s@example.com")));

        assertThat(told.value().toString()).doesNotContain("is told where");
    }

    @Test
    void showsNoSecret() {
        var user = org.hasUser("dry.secret@example.com");
        var credentials = Map.of("password", Map.of("value", "Canary-Dry-1"));
        var body = Map.of("credentials", credentials);

        var told = dryCall("call_change", "updateUser", Map.of("id", user, "body", body));

        assertThat(told.response().toString()).doesNotContain("Canary-Dry-1");
        assertThat(told.value().at("/changes/credentials/password").asString())
                .isEqualTo("[redacted]");
    }

    /// A text that is cut can't be read any more by what takes secrets out.
    @Test
    void showsNoSecretInALongText() {
        var user = org.hasUser("dry.long@example.com");
        var text = "{\"clientSecret\":\"Canary-Dry-2\",\"x\":\"%s\"}".formatted("x".repeat(1_500));
        var body = Map.of("profile", Map.of("nickName", text));

        var told = dryCall("call_change", "updateUser", Map.of("id", user, "body", body));

        assertThat(told.response().toString())
                .contains("characters, SHA-256")
                .doesNotContain("Canary-Dry-2");
    }

    @Test
    void showsNothingThatIsHidden() {
        var hidden = Set.of("login", "email");
        var all = Set.of("read", "write", "custom");
        var filter = new Filter(all, Set.of(), Set.of(), Set.of(), hidden);
        var hiding = RawClient.connected(servers.with(Config.of(filter), null));
        var user = org.hasUser("dry.hidden@example.com");

        var told = hiding.call("suspend_user", Map.of("user_id", user, "dry_run", true));

        assertThat(told.failed()).isFalse();
        assertThat(told.response().toString()).doesNotContain("dry.hidden");
    }

    @Test
    void leavesOutWhatTheServerDoesNotLetItRead() {
        var writes = RawClient.connected(servers.with(Config.of(Filter.ofMethods("custom")), null));
        var user = org.hasUser("dry.unread@example.com");

        var told = writes.call("suspend_user", Map.of("user_id", user, "dry_run", true));

        assertThat(told.value().at("/notes/0").asString()).contains("getUser");
        assertThat(org.requests()).isEmpty();
    }
}
