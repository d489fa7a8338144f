package dev.oktamcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.Databases;
import dev.oktamcp.fixture.RunningServer;
import dev.oktamcp.fixture.StatelessClient;
import dev.oktamcp.simulation.SimulatedOrg;
import dev.oktamcp.simulation.SimulationSettings;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes every call of `src/docs/conversations.md`, in its order, in the org that the page names.
/// What the page shows must be in the answer, and a question must read as it does there; `…` stands
/// for what is left out.
class ConversationTests {

    private static final Path PAGE = Path.of("src/docs/conversations.md");
    private static final SimulationSettings ORG =
            SimulationSettings.defaults().withLogEvents(10_000);
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(call|asked|json)\n(.*?)^```$");
    private static final Pattern CALL = Pattern.compile("(?s)([a-z_]+) (\\{.*})\\s*");
    private static final String MORE = "…";
    private static final JsonMapper JSON = JsonMapper.shared();

    private record Turn(String tool, ObjectNode arguments, List<String> asked, JsonNode shown) {}

    @Test
    void everyConversationGoesAsItIsTold() throws IOException {
        try (var org = SimulatedOrg.start(ORG);
                var server = RunningServer.start(Databases.H2.fresh(), org)) {
            var client = StatelessClient.of(server.servers().full(), "{\"elicitation\":{}}");
            for (var turn : turns()) {
                goesAsTold(turn, client);
            }
            assertThat(org.unknownRequests()).isEmpty();
        }
    }

    @Test
    void thereAreFiveConversations() throws IOException {
        assertThat(Files.readString(PAGE).lines().filter(line -> line.startsWith("## ")))
                .hasSize(5);
        assertThat(turns()).extracting(Turn::tool).contains("offboard_user", "contain_user");
    }

    private static List<Turn> turns() throws IOException {
        var blocks = BLOCK.matcher(Files.readString(PAGE)).results().toList();
        var turns = new ArrayList<Turn>();
        for (var at = 0; at < blocks.size(); at++) {
            var call = CALL.matcher(blocks.get(at).group(2));
            assertThat(call.matches()).as(blocks.get(at).group(2)).isTrue();
            var asked = new ArrayList<String>();
            if (blocks.get(++at).group(1).equals("asked")) {
                blocks.get(at++).group(2).lines().forEach(asked::add);
            }
            assertThat(blocks.get(at).group(1)).isEqualTo("json");
            turns.add(turn(call, asked, blocks.get(at).group(2)));
        }
        return turns;
    }

    private static Turn turn(Matcher call, List<String> asked, String shown) {
        var arguments = (ObjectNode) JSON.readTree(call.group(2));
        return new Turn(call.group(1), arguments, asked, JSON.readTree(shown));
    }

    private static void goesAsTold(Turn turn, StatelessClient client) {
        var params = JSON.createObjectNode().put("name", turn.tool());
        params.set("arguments", turn.arguments());
        var answer = request(client, params);
        var state = answer.path("requestState").asString("");
        assertThat(state.isEmpty()).as("%s", answer).isEqualTo(turn.asked().isEmpty());
        if (!state.isEmpty()) {
            asks(turn, answer.at("/inputRequests/confirmation/params/message").asString(""));
            params.put("requestState", state);
            params.putObject("inputResponses").putObject("confirmation").put("action", "accept");
            answer = request(client, params);
        }
        isIn(turn.shown(), answer.path("structuredContent"), turn.tool() + " answers " + answer);
    }

    private static JsonNode request(StatelessClient client, ObjectNode params) {
        return JSON.readTree(client.send("tools/call", params).body()).path("result");
    }

    private static void asks(Turn turn, String question) {
        var lines = question.lines().toList();
        assertThat(lines).as(question).hasSameSizeAs(turn.asked());
        for (var line = 0; line < lines.size(); line++) {
            assertThat(lines.get(line)).as(question).matches(like(turn.asked().get(line)));
        }
    }

    /// Members may be left out.
    private static void isIn(JsonNode shown, JsonNode real, String answer) {
        if (shown.isObject()) {
            assertThat(real.isObject()).as(answer).isTrue();
            shown.forEachEntry(
                    (name, value) -> isIn(value, real.path(name), name + " of " + answer));
        } else if (shown.isArray()) {
            listIsIn(shown, real, answer);
        } else if (shown.isString()) {
            assertThat(real.asString("")).as(answer).matches(like(shown.stringValue()));
        } else {
            assertThat(real).as(answer).isEqualTo(shown);
        }
    }

    private static void listIsIn(JsonNode shown, JsonNode real, String answer) {
        var more = !shown.isEmpty() && shown.path(shown.size() - 1).asString("").equals(MORE);
        var size = more ? shown.size() - 1 : shown.size();
        assertThat(real.isArray() && (more ? real.size() > size : real.size() == size))
                .as("%d items in %s", size, answer)
                .isTrue();
        for (var item = 0; item < size; item++) {
            isIn(shown.path(item), real.path(item), answer);
        }
    }

    private static Pattern like(String text) {
        return Pattern.compile("\\Q" + text.replace(MORE, "\\E.*\\Q") + "\\E", Pattern.DOTALL);
    }
}
