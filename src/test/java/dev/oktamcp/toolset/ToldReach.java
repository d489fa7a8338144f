package dev.oktamcp.toolset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.StatelessClient;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What is told before something is destroyed, on one MCP server.
record ToldReach(String url) {

    /// What a `dry_run` answers.
    JsonNode preview(String tool, Map<String, ?> arguments) {
        var all = new HashMap<String, Object>(arguments);
        all.put("dry_run", true);
        return RawClient.connected(url).call(tool, all).value();
    }

    /// The sentences of a `dry_run`, of which each is in the question too.
    List<String> by(String tool, Map<String, ?> arguments) {
        var preview = preview(tool, arguments);
        var asks = StatelessClient.of(url, "{\"elicitation\":{}}");
        var asked = asks.call(tool, arguments).response();
        var question = asked.at("/result/inputRequests/confirmation/params/message").asString("");
        var reach = preview.path("reach").valueStream().map(JsonNode::stringValue).toList();
        assertThat(question.lines())
                .containsAll(reach)
                .contains(preview.path("undo").asString("No undo"));
        return reach;
    }
}
