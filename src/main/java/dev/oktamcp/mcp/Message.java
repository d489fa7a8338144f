package dev.oktamcp.mcp;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One JSON-RPC 2.0 message from a client.
sealed interface Message {

    /// @param id a string or an integer
    record Request(JsonNode id, String method, ObjectNode params) implements Message {}

    record Notification(String method, ObjectNode params) implements Message {}

    /// The answer to a question of ours.
    ///
    /// @param result null where the client answered with an error
    record Response(JsonNode id, @Nullable ObjectNode result) implements Message {}
}
