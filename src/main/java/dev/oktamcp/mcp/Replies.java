package dev.oktamcp.mcp;

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

    /// Where no id is known there is none, not even null (2025-11-25, Schema,
    /// JSONRPCErrorResponse).
    static ObjectNode error(ProtocolException e) {
        var message = message();
        if (e.id() != null) {
            message.set("id", e.id());
        }
        var error = message.putObject("error").put("code", e.code()).put("message", e.words());
        if (e.data() != null) {
            error.set("data", e.data());
        }
        return message;
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
