package dev.oktamcp.confirmation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.StatelessClient;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A client of 2026-07-28 whose human can be asked, step by step.
record RoundTrips(StatelessClient client) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static RoundTrips of(String url) {
        return new RoundTrips(StatelessClient.of(url, "{\"elicitation\":{}}"));
    }

    /// One whose human can't be asked.
    static RoundTrips mute(String url) {
        return new RoundTrips(StatelessClient.of(url));
    }

    RoundTrips by(String authorization) {
        return new RoundTrips(client.with("Authorization", authorization));
    }

    JsonNode send(ObjectNode params) {
        return JSON.readTree(client.send("tools/call", params).body());
    }

    /// The state that comes with the question.
    String asked(ObjectNode params) {
        var result = send(params).path("result");
        assertThat(result.path("resultType").asString())
                .as(result.toString())
                .isEqualTo("input_required");
        return result.path("requestState").stringValue();
    }

    static ObjectNode answered(ObjectNode params, String state, String answer) {
        params.put("requestState", state);
        params.putObject("inputResponses").set("confirmation", JSON.readTree(answer));
        return params;
    }

    static ObjectNode yes(ObjectNode params, String state) {
        return answered(params, state, "{\"action\":\"accept\"}");
    }
}
