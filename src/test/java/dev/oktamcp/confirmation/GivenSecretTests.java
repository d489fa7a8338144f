package dev.oktamcp.confirmation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.CallResult;
import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.StatelessClient;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.server.ServerDefinition.Config;
import dev.oktamcp.server.ServerDefinition.Filter;
import dev.oktamcp.server.ToolExposure;
import dev.oktamcp.simulation.RecordedRequest;
import dev.oktamcp.simulation.SimulatedOrg;
import dev.oktamcp.tool.AskBefore;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A call of a tool that otherwise asks nobody, and that is asked about for what it is given.
@ServerTest
class GivenSecretTests {

    private static final String PASSWORD = "Canary-9-Horse";

    private final SimulatedOrg org;
    private final TestServers servers;
    private final RawClient client;

    GivenSecretTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.servers = servers;
        this.client = RawClient.connected(servers.full());
    }

    @BeforeEach
    void forget() {
        org.forgetRequests();
    }

    private static Map<String, Object> called(String operation, Map<String, ?> arguments) {
        return Map.of("operation", operation, "arguments", arguments);
    }

    private static Map<String, Object> update(String user, Map<String, ?> body) {
        return called("updateUser", Map.of("id", user, "body", body));
    }

    private static Map<String, Object> credentials(String name, Map<String, ?> value) {
        return Map.of("credentials", Map.of(name, value));
    }

    private void refused(CallResult result) {
        assertThat(result.code()).isEqualTo("NOT_CONFIRMED");
        assertThat(org.requests()).extracting(RecordedRequest::method).containsOnly("GET");
    }

    @Test
    void aProfileIsEditedUnasked() {
        var user = org.hasUser("edited@example.com");

        client.call("call_change", update(user, Map.of("profile", Map.of("title", "Dr")))).value();

        var profile = client.call("get_user", Map.of("user_id", user)).value().path("profile");
        assertThat(profile.path("title").asString("")).isEqualTo("Dr");
    }

    @Test
    void aPasswordIsSetAfterAYesAlone() {
        var user = org.hasUser("gets.password@example.com");
        var call = update(user, credentials("password", Map.of("value", PASSWORD)));

        refused(client.call("call_change", call));

        client.agreed("call_change", call).value();
        assertThat(org.requests()).extracting(RecordedRequest::method).containsOnlyOnce("POST");
    }

    @Test
    void noPasswordIsInTheQuestion() {
        var user = org.hasUser("asked.password@example.com");
        var call = update(user, credentials("password", Map.of("value", PASSWORD)));
        var asks = StatelessClient.of(client.url(), "{\"elicitation\":{}}");

        var asked = asks.call("call_change", call).response().toString();

        assertThat(asked)
                .contains("elicitation/create", "[redacted]", "old values")
                .doesNotContain(PASSWORD);
    }

    @Test
    void aBlankAnswerIsOneToo() {
        var user = org.hasUser("blank.answer@example.com");
        var given = Map.of("question", "Which?", "answer", "    ");

        refused(client.call("call_change", update(user, credentials("recovery_question", given))));
    }

    @Test
    void aRecoveryQuestionIsSetAfterAYesAlone() {
        var user = org.hasUser("gets.question@example.com");
        var question = Map.of("question", "Whose dog?", "answer", "Hers, of course");

        refused(
                client.call(
                        "call_change", update(user, credentials("recovery_question", question))));
    }

    @Test
    void aUserWithAPasswordIsMadeAfterAYesAlone() {
        var login = "made.with.password@example.com";
        var profile = Map.of("login", login, "email", login, "firstName", "Made", "lastName", "So");
        var body = new HashMap<String, Object>(Map.of("profile", profile));
        body.putAll(credentials("password", Map.of("value", PASSWORD)));

        var result = client.call("call_change", called("createUser", Map.of("body", body)));

        assertThat(result.code()).isEqualTo("NOT_CONFIRMED");
        assertThat(org.requests()).noneMatch(request -> request.method().equals("POST"));
    }

    /// By Okta's documents an attribute is an object. If null should ever be let through, it takes
    /// everybody's values away and has to be asked about.
    @Test
    void noAttributeIsTakenFromEverybodyByNull() {
        var nothing = new HashMap<String, @Nullable Object>();
        nothing.put("costCenter", null);
        var custom = Map.of("custom", Map.of("properties", nothing));
        var body = Map.of("definitions", custom);

        var ofGroups = called("updateGroupSchema", Map.of("body", body));
        var ofUsers = called("updateUserProfile", Map.of("schemaId", "default", "body", body));
        var ofApp = called("updateApplicationUserProfile", Map.of("appId", "0oa1", "body", body));

        for (var call : List.of(ofGroups, ofUsers, ofApp)) {
            assertThat(client.call("call_change", call).code()).isEqualTo("INVALID_ARGUMENTS");
        }
        assertThat(org.requests()).isEmpty();
    }

    @Test
    void nobodyIsAskedWhereTheServerNeverAsks() {
        var all = Filter.ofMethods("read", "write", "custom");
        var config = new Config(all, ToolExposure.DEFAULT, false, AskBefore.NEVER);
        var unasked = RawClient.connected(servers.with(config, null));
        var user = org.hasUser("unasked.password@example.com");

        var call = update(user, credentials("password", Map.of("value", PASSWORD)));

        assertThat(unasked.call("call_change", call).failed()).isFalse();
    }
}
