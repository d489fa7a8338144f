package dev.oktamcp.mcp;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;

/// A reply that goes where all of its connection go: to the one stream of 2024-11-05.
final class SseReply implements Reply {

    private final EventStream stream;
    private boolean over;

    SseReply(EventStream stream) {
        this.stream = stream;
    }

    @Override
    public synchronized void send(ObjectNode message) {
        if (!over) {
            stream.message(message.toString());
        }
    }

    /// The stream does that for itself.
    @Override
    public void keepAlive(long afterMillis) {}

    @Override
    public boolean unread() {
        return !stream.read();
    }

    /// Nothing to be done: its calls end with the stream.
    @Override
    public void whenLost(Runnable then) {}

    @Override
    public void header(String name, String value) {}

    @Override
    public void finish(ObjectNode message) {
        finish(message.toString());
    }

    @Override
    public void result(JsonNode id, byte[] result) {
        finish(
                "{\"jsonrpc\":\"2.0\",\"id\":%s,\"result\":%s}"
                        .formatted(id, new String(result, StandardCharsets.UTF_8)));
    }

    private synchronized void finish(String message) {
        if (!over) {
            over = true;
            stream.message(message);
        }
    }

    @Override
    public void fail(ProtocolException error) {
        finish(Replies.error(error));
    }

    @Override
    public synchronized void abandon() {
        over = true;
    }
}
