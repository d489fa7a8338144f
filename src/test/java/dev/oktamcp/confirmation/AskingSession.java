package dev.oktamcp.confirmation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.OpenStream;
import dev.oktamcp.fixture.RawClient;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.net.http.HttpResponse;

/// A session of a client whose human can be asked, frame by frame.
///
/// @param authorization the header by which it comes
record AskingSession(String url, String id, String authorization) {

    private static final String FORMS = "{\"elicitation\":{}}";

    static AskingSession of(String url) {
        return of(url, "Bearer none");
    }

    static AskingSession of(String url, String authorization) {
        var begun = RawClient.of(url).with("Authorization", authorization).initialize(FORMS);
        var id = begun.headers().firstValue("Mcp-Session-Id").orElseThrow();
        return new AskingSession(url, id, authorization);
    }

    RawClient client() {
        return RawClient.of(url).with("Authorization", authorization).with("Mcp-Session-Id", id);
    }

    /// Calls a tool, and reads what comes as it comes.
    OpenStream call(ObjectNode params) {
        var body =
                "{\"jsonrpc\":\"2.0\",\"id\":\"q\",\"method\":\"tools/call\",\"params\":%s}"
                        .formatted(params);
        return OpenStream.post(url, body, "Authorization", authorization, "Mcp-Session-Id", id);
    }

    static JsonNode question(OpenStream stream) {
        var question = stream.message();
        assertThat(question.path("method").asString())
                .as(question.toString())
                .isEqualTo("elicitation/create");
        return question;
    }

    /// @param rest what the answer consists of beside its id
    static String answer(JsonNode question, String rest) {
        return answer(question.path("id").stringValue(), rest);
    }

    private static String answer(String id, String rest) {
        return "{\"jsonrpc\":\"2.0\",\"id\":\"%s\",%s}".formatted(id, rest);
    }

    static String yes(JsonNode question) {
        return yes(question.path("id").stringValue());
    }

    /// @param id of a question that was put, or of none
    static String yes(String id) {
        return answer(id, "\"result\":{\"action\":\"accept\",\"content\":{}}");
    }

    HttpResponse<String> post(String message) {
        return client().post(message);
    }

    /// What comes of a call whose question is answered so.
    JsonNode answered(ObjectNode params, String rest) {
        try (var stream = call(params)) {
            post(answer(question(stream), rest));
            return stream.message();
        }
    }
}
