package dev.oktamcp.confirmation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.Browser;
import dev.oktamcp.fixture.OpenStream;
import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.SettableClock;
import dev.oktamcp.fixture.StatelessClient;
import dev.oktamcp.fixture.TestApi;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.simulation.SimulatedOrg;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/// Nothing is sent without a valid yes, and with one exactly once: for each kind of call, in both
/// eras and by the page.
@ServerTest
@ParameterizedClass
@MethodSource("dev.oktamcp.confirmation.Shape#all")
class ConfirmationMatrixTests {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String FORMS = "{\"elicitation\":{}}";

    @SuppressWarnings("NullAway.Init") // JUnit sets it
    @Parameter
    Shape shape;

    private final SimulatedOrg org;
    private final TestServers servers;
    private final SettableClock clock;
    private String url = "";
    private String login = "";
    private String user = "";

    ConfirmationMatrixTests(
            @Autowired SimulatedOrg org,
            @Autowired TestServers servers,
            @Autowired SettableClock clock) {
        this.org = org;
        this.servers = servers;
        this.clock = clock;
    }

    @BeforeEach
    void aUser() {
        url = shape.server(servers);
        login = "matrix." + UUID.randomUUID() + "@example.com";
        user = org.hasUser(login, shape.status());
        org.forgetRequests();
    }

    @AfterEach
    void now() {
        clock.goBackToNow();
    }

    private void sent(int times) {
        assertThat(org.requests().stream().filter(request -> !request.method().equals("GET")))
                .hasSize(times);
    }

    private ObjectNode params(String ofUser) {
        var params = JSON.createObjectNode().put("name", shape.tool());
        return params.set("arguments", JSON.valueToTree(shape.arguments().apply(ofUser)));
    }

    // 2026-07-28

    private JsonNode send(String at, ObjectNode params) {
        return JSON.readTree(StatelessClient.of(at, FORMS).send("tools/call", params).body());
    }

    private String asked() {
        var result = send(url, params(user)).path("result");
        assertThat(result.path("resultType").asString()).isEqualTo("input_required");
        assertThat(result.at("/inputRequests/confirmation/params/message").asString())
                .contains(user);
        sent(0);
        return result.path("requestState").asString();
    }

    private static ObjectNode answered(ObjectNode params, @Nullable String state, String action) {
        if (state != null) {
            params.put("requestState", state);
        }
        params.putObject("inputResponses").putObject("confirmation").put("action", action);
        return params;
    }

    @Test
    void aYesIsDoneOnce() {
        var yes = answered(params(user), asked(), "accept");

        assertThat(send(url, yes.deepCopy()).at("/result/isError").asBoolean(true)).isFalse();
        sent(1);
        assertThat(send(url, yes).toString()).contains("used already");
        sent(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"decline", "cancel", "error", "ACCEPT", ""})
    void everythingElseIsANo(String action) {
        var answer = send(url, answered(params(user), asked(), action));

        assertThat(answer.at("/result/isError").asBoolean(false)).isTrue();
        sent(0);
    }

    @Test
    void noAnswerIsANo() {
        var again = send(url, params(user).put("requestState", asked()));

        assertThat(again.at("/result/resultType").asString()).isEqualTo("input_required");
        sent(0);
    }

    @Test
    void aYesToAQuestionThatWasNotPutIsNone() {
        var answer = send(url, answered(params(user), null, "accept"));

        assertThat(answer.at("/result/resultType").asString()).isEqualTo("input_required");
        sent(0);
    }

    @Test
    void aYesLapses() {
        var state = asked();
        clock.goAhead(Duration.ofMinutes(16));

        var answer = send(url, answered(params(user), state, "accept"));

        assertThat(answer.toString()).contains("has lapsed");
        sent(0);
    }

    @Test
    void aStateThatIsTamperedWithIsNone() {
        var state = asked();
        var middle = state.length() / 2;
        var other = state.charAt(middle) == 'A' ? 'B' : 'A';

        var tampered = state.substring(0, middle) + other + state.substring(middle + 1);
        var answer = send(url, answered(params(user), tampered, "accept"));

        assertThat(answer.toString()).contains("is not one that was given");
        sent(0);
    }

    @Test
    void aYesIsForThisServerAlone() {
        var state = asked();

        var answer = send(shape.server(servers), answered(params(user), state, "accept"));

        assertThat(answer.toString()).contains("is not one that was given");
        sent(0);
    }

    @Test
    void aYesIsForTheseArgumentsAlone() {
        var other = org.hasUser("other." + login, shape.status());

        var answer = send(url, answered(params(other), asked(), "accept"));

        assertThat(answer.toString()).contains("is not one that was given");
        sent(0);
    }

    @Test
    void aYesIsToTheStateThatWasShown() {
        var state = asked();
        org.hasUser(login, "LOCKED_OUT");

        var answer = send(url, answered(params(user), state, "accept"));

        assertThat(answer.toString()).contains("has changed since");
        sent(0);
    }

    // 2025-11-25

    private OpenStream asking(String session) {
        var body =
                "{\"jsonrpc\":\"2.0\",\"id\":\"q\",\"method\":\"tools/call\",\"params\":%s}"
                        .formatted(params(user));
        return OpenStream.post(url, body, "Mcp-Session-Id", session);
    }

    private String session() {
        return RawClient.session(url, "2025-11-25", FORMS);
    }

    private JsonNode answered(String rest) {
        var session = session();
        try (var stream = asking(session)) {
            var question = stream.message();
            assertThat(question.path("method").asString()).isEqualTo("elicitation/create");
            sent(0);
            RawClient.of(url)
                    .with("Mcp-Session-Id", session)
                    .post(
                            "{\"jsonrpc\":\"2.0\",\"id\":\"%s\",%s}"
                                    .formatted(question.path("id").stringValue(), rest));
            return stream.message();
        }
    }

    @Test
    void inASessionAYesIsDoneOnce() {
        var done = answered("\"result\":{\"action\":\"accept\",\"content\":{}}");

        assertThat(done.at("/result/isError").asBoolean(true)).isFalse();
        sent(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"result\":{\"action\":\"decline\"}",
                "\"result\":{\"action\":\"cancel\"}",
                "\"result\":{}",
                "\"error\":{\"code\":-1,\"message\":\"x\"}"
            })
    void inASessionEverythingElseIsANo(String answer) {
        assertThat(answered(answer).at("/result/isError").asBoolean(false)).isTrue();
        sent(0);
    }

    @Test
    void inASessionAnEndIsANo() {
        var session = session();
        try (var stream = asking(session)) {
            assertThat(stream.message().path("method").asString()).isEqualTo("elicitation/create");
            RawClient.of(url).with("Mcp-Session-Id", session).send("DELETE", "");

            assertThat(stream.message().toString()).contains("The session has ended");
        }
        sent(0);
    }

    @Test
    void inASessionAYesIsToTheStateThatWasShown() {
        var session = session();
        try (var stream = asking(session)) {
            var question = stream.message();
            org.hasUser(login, "LOCKED_OUT");
            RawClient.of(url)
                    .with("Mcp-Session-Id", session)
                    .post(
                            "{\"jsonrpc\":\"2.0\",\"id\":\"%s\",\"result\":{\"action\":\"accept\"}}"
                                    .formatted(question.path("id").stringValue()));

            assertThat(stream.message().toString()).contains("has changed since");
        }
        sent(0);
    }

    // by the page

    private JsonNode call(String at, String ofUser) {
        return JSON.readTree(StatelessClient.of(at).send("tools/call", params(ofUser)).body());
    }

    private void decided(String answer) {
        var refused = call(url, user);
        var facts = refused.at("/result/_meta/dev.oktamcp~1failure");
        var page = URI.create(facts.path("confirm_url").stringValue()).getPath();
        var browser = Browser.at(url);
        browser.signIn(TestApi.ADMIN_TOKEN);
        var shown = browser.submit(browser.get(page), Map.of("answer", answer));
        assertThat(shown.status()).isEqualTo(200);
        sent(0);
    }

    @Test
    void onThePageAYesIsDoneOnce() {
        decided("yes");

        assertThat(call(url, user).at("/result/isError").asBoolean(true)).isFalse();
        sent(1);
        org.hasUser(login, shape.status());
        call(url, user);
        sent(1);
    }

    @Test
    void onThePageANoIsANo() {
        decided("no");

        assertThat(call(url, user).toString()).contains("The user said no");
        call(url, user);
        sent(0);
    }

    @Test
    void onThePageAYesLapses() {
        decided("yes");
        clock.goAhead(Duration.ofMinutes(16));

        assertThat(call(url, user).toString()).contains("NOT_CONFIRMED");
        sent(0);
    }

    @Test
    void onThePageAYesIsForThisServerAndTheseArgumentsAlone() {
        decided("yes");

        var elsewhere = call(shape.server(servers), user);
        var other = call(url, org.hasUser("other." + login, shape.status()));

        assertThat(elsewhere.toString()).contains("NOT_CONFIRMED");
        assertThat(other.toString()).contains("NOT_CONFIRMED");
        sent(0);
    }

    @Test
    void onThePageAYesIsToTheStateThatWasShown() {
        decided("yes");
        org.hasUser(login, "LOCKED_OUT");

        assertThat(call(url, user).toString()).contains("has changed since");
        sent(0);
    }
}
