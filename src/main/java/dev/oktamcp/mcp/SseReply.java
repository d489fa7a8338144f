package dev.oktamcp.mcp;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;

/// A reply that goes where all of its connection go: to the one stream of 2024-11-05.
record SseReply(EventStream stream) implements Reply {

    @Override
    public void send(ObjectNode message) {
        stream.message(message.toString());
    }

    /// The stream does that for itself.
    @Override
    public void keepAlive(long afterMillis) {}

    @Override
    public boolean unread() {
        return !stream.read();
    }

    @Override
    public void header(String name, String value) {}

    @Override
    public void finish(ObjectNode message) {
        send(message);
    }

    @Override
    public void result(JsonNode id, byte[] result) {
        stream.message(
                "{\"jsonrpc\":\"2.0\",\"id\":%s,\"result\":%s}"
                        .formatted(id, new String(result, StandardCharsets.UTF_8)));
    }

    @Override
    public void fail(ProtocolException error) {
        send(Replies.error(error));
    }

    @Override
    public void abandon() {}
}
