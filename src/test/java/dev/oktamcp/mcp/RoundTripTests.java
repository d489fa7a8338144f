package dev.oktamcp.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.SettableClock;
import dev.oktamcp.fixture.StatelessClient;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;

/// A confirmation in 2026-07-28: the call ends with the question and comes again with the answer.
@ServerTest
class RoundTripTests {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String FORMS = "{\"elicitation\":{}}";

    private final SimulatedOrg org;
    private final TestServers servers;
    private final SettableClock clock;
    private final String url;
    private String user = "";

    RoundTripTests(
            @Autowired SimulatedOrg org,
            @Autowired TestServers servers,
            @Autowired SettableClock clock) {
        this.org = org;
        this.servers = servers;
        this.clock = clock;
        this.url = servers.full();
    }

    @BeforeEach
    void aUser() {
        user = org.hasUser("round.trip@example.com", "ACTIVE");
    }

    @AfterEach
    void now() {
        clock.goBackToNow();
    }

    private ObjectNode deactivate() {
        return StatelessClient.params(
                "{\"name\":\"deactivate_user\",\"arguments\":{\"user_id\":\"%s\"}}"
                        .formatted(user));
    }

    private JsonNode send(String at, ObjectNode params) {
        return JSON.readTree(StatelessClient.of(at, FORMS).send("tools/call", params).body());
    }

    private ObjectNode answered(String state, String action) {
        var params = deactivate().put("requestState", state);
        params.putObject("inputResponses").putObject("confirmation").put("action", action);
        return params;
    }

    private String asked() {
        var result = send(url, deactivate()).path("result");
        assertThat(result.path("resultType").asString()).isEqualTo("input_required");
        return result.path("requestState").asString();
    }

    @Test
    void asksAndAYesIsDone() {
        var result = send(url, deactivate()).path("result");

        var question = result.at("/inputRequests/confirmation");
        assertThat(question.path("method").asString()).isEqualTo("elicitation/create");
        assertThat(question.at("/params/message").asString()).contains(user);
        assertThat(question.at("/params/mode").asString()).isEqualTo("form");
        assertThat(org.statusOf(user)).isEqualTo("ACTIVE");

        var done = send(url, answered(result.path("requestState").asString(), "accept"));

        assertThat(done.at("/result/isError").asBoolean(true)).isFalse();
        assertThat(org.statusOf(user)).isEqualTo("DEPROVISIONED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"decline", "cancel", "perhaps"})
    void takesEverythingButAClearYesForANo(String action) {
        var answer = send(url, answered(asked(), action));

        assertThat(answer.at("/result/isError").asBoolean()).isTrue();
        assertThat(org.statusOf(user)).isEqualTo("ACTIVE");
    }

    @Test
    void asksAgainWhereNoAnswerCame() {
        var answer = send(url, deactivate().put("requestState", asked()));

        assertThat(answer.at("/result/resultType").asString()).isEqualTo("input_required");
        assertThat(org.statusOf(user)).isEqualTo("ACTIVE");
    }

    @Test
    void takesNoAnswerThatWasNotAskedFor() {
        var params = deactivate();
        params.putObject("inputResponses").putObject("confirmation").put("action", "accept");

        var answer = send(url, params);

        assertThat(answer.at("/result/resultType").asString()).isEqualTo("input_required");
        assertThat(org.statusOf(user)).isEqualTo("ACTIVE");
    }

    @Test
    void takesAStateOnce() {
        var state = asked();
        send(url, answered(state, "decline"));

        var again = send(url, answered(state, "accept"));

        assertThat(again.at("/result/isError").asBoolean()).isTrue();
        assertThat(again.at("/result/content/0/text").asString()).contains("used already");
        assertThat(org.statusOf(user)).isEqualTo("ACTIVE");
    }

    @Test
    void takesAStateForItsArgumentsAlone() {
        var other = org.hasUser("other.round.trip@example.com", "ACTIVE");
        var params = answered(asked(), "accept");
        params.putObject("arguments").put("user_id", other);

        var answer = send(url, params);

        assertThat(answer.at("/error/code").asInt()).isEqualTo(-32602);
        assertThat(org.statusOf(other)).isEqualTo("ACTIVE");
    }

    @Test
    void takesAStateOnItsServerAlone() {
        var answer = send(servers.full(), answered(asked(), "accept"));

        assertThat(answer.at("/error/code").asInt()).isEqualTo(-32602);
        assertThat(org.statusOf(user)).isEqualTo("ACTIVE");
    }

    @Test
    void takesNoStateThatIsMadeUpOrChanged() {
        var state = asked();
        for (var wrong : new String[] {"", "AAAA", state + "A", state.substring(1)}) {
            assertThat(send(url, answered(wrong, "accept")).at("/error/code").asInt())
                    .isEqualTo(-32602);
        }
        assertThat(org.statusOf(user)).isEqualTo("ACTIVE");
    }

    @Test
    void forgetsAQuestionAfterAWhile() {
        var state = asked();
        clock.goAhead(Duration.ofMinutes(16));

        var answer = send(url, answered(state, "accept"));

        assertThat(answer.at("/error/message").asString()).contains("lapsed");
        assertThat(org.statusOf(user)).isEqualTo("ACTIVE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "7", "[]", "{\"confirmation\":7}"})
    void refusesAnswersThatAreNone(String responses) {
        var params = deactivate().put("requestState", asked());
        params.set("inputResponses", JSON.readTree(responses));

        assertThat(send(url, params).at("/error/code").asInt()).isEqualTo(-32602);
        assertThat(org.statusOf(user)).isEqualTo("ACTIVE");
    }

    @Test
    void doesNotAskAClientThatCanNotBeAsked() {
        var answer = StatelessClient.of(url).send("tools/call", deactivate());

        assertThat(JSON.readTree(answer.body()).at("/result/isError").asBoolean()).isTrue();
        assertThat(answer.body()).contains("NOT_CONFIRMED");
    }
}
