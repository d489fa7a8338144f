package dev.oktamcp.mcp;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The JSON-RPC 2.0 messages that we send.
final class Replies {

    private Replies() {}

    static ObjectNode result(JsonNode id, ObjectNode result) {
        var message = message();
        message.set("id", id);
        message.set("result", result);
        return message;
    }

    static ObjectNode error(@Nullable JsonNode id, int code, String text) {
        return error(id, code, text, null);
    }

    static ObjectNode error(@Nullable JsonNode id, int code, String text, @Nullable JsonNode data) {
        var message = message();
        message.set("id", id);
        var error = message.putObject("error").put("code", code).put("message", text);
        if (data != null) {
            error.set("data", data);
        }
        return message;
    }

    static ObjectNode error(ProtocolException e) {
        return error(e.id(), e.code(), e.words(), e.data());
    }

    static ObjectNode request(String id, String method, ObjectNode params) {
        var message = message().put("id", id).put("method", method);
        message.set("params", params);
        return message;
    }

    static ObjectNode notification(String method, ObjectNode params) {
        var message = message().put("method", method);
        message.set("params", params);
        return message;
    }

    private static ObjectNode message() {
        return JsonNodeFactory.instance.objectNode().put("jsonrpc", "2.0");
    }
}
