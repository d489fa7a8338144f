package dev.oktamcp.mcp;

import dev.oktamcp.tool.Cancellation;
import dev.oktamcp.tool.InputRequest;
import dev.oktamcp.tool.InputRequiredException;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.LinkedHashMap;
import java.util.Map;

/// Asks a client by ending the request, which comes again with the answers (2026-07-28, Multi
/// Round-Trip Requests).
final class RoundTrip implements Asker {

    /// In place of a client's action, where what it was asked about is another by now.
    static final String CHANGED = "changed";

    private final Map<String, ObjectNode> answers = new LinkedHashMap<>();
    private final Map<String, String> about = new LinkedHashMap<>();
    private final Runnable use;
    private boolean used;

    /// @param state null where the request comes for the first time: whatever it brings was not
    ///   asked for
    /// @param responses what it brings
    /// @param use spends the state
    /// @throws ProtocolException where that has not the form of answers
    RoundTrip(RequestStates.@Nullable State state, @Nullable JsonNode responses, Runnable use) {
        this.use = use;
        var given = checked(responses);
        if (state == null) {
            return;
        }
        answers.putAll(state.answers());
        about.putAll(state.about());
        for (var key : state.asked()) {
            if (given.get(key) instanceof ObjectNode answer) {
                answers.put(key, answer);
            }
        }
    }

    private static JsonNode checked(@Nullable JsonNode responses) {
        if (responses == null) {
            return MissingNode.getInstance();
        }
        if (!(responses instanceof ObjectNode object)
                || !object.values().stream().allMatch(JsonNode::isObject)) {
            throw ProtocolException.params("\"inputResponses\" must be an object of objects.");
        }
        return object;
    }

    @Override
    public Map<String, ObjectNode> ask(
            Map<String, InputRequest> requests, Cancellation cancellation) {
        if (!used) {
            use.run();
            used = true;
        }
        requests.forEach(this::compare);
        var missing = new LinkedHashMap<>(requests);
        missing.keySet().removeAll(answers.keySet());
        if (!missing.isEmpty()) {
            throw new InputRequiredException(missing);
        }
        var given = new LinkedHashMap<>(answers);
        given.keySet().retainAll(requests.keySet());
        return given;
    }

    private void compare(String key, InputRequest request) {
        var now = request.about();
        if (now != null && !now.equals(about.put(key, now)) && answers.containsKey(key)) {
            answers.put(key, JsonNodeFactory.instance.objectNode().put("action", CHANGED));
        }
    }

    /// What is known of the client by now.
    Map<String, ObjectNode> answers() {
        return answers;
    }

    /// What its answers are about, by their keys.
    Map<String, String> about() {
        return about;
    }
}
