package dev.oktamcp.mcp;

import static dev.oktamcp.mcp.ProtocolException.INVALID_REQUEST;

import dev.oktamcp.tool.Cancellation;

import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The calls that run now, so that the session that began one can take it back.
@Component
final class CallsInProgress {

    private record Key(String sessionId, JsonNode requestId) {}

    private final Map<Key, Cancellation> calls = new ConcurrentHashMap<>();

    /// @return ends the entry when closed
    /// @throws ProtocolException where a call with this id is under way already
    Entry add(Session session, JsonNode requestId, Cancellation cancellation) {
        var key = new Key(session.id(), requestId);
        if (calls.putIfAbsent(key, cancellation) != null) {
            throw ProtocolException.reply(
                    requestId, INVALID_REQUEST, "A request with this id is under way already.");
        }
        return () -> calls.remove(key, cancellation);
    }

    /// The session has ended.
    void cancelAll(Session session) {
        for (var call : calls.entrySet()) {
            if (call.getKey().sessionId().equals(session.id())) {
                call.getValue().cancel();
            }
        }
    }

    void cancel(Session session, JsonNode requestId) {
        var cancellation = calls.get(new Key(session.id(), requestId));
        if (cancellation != null) {
            cancellation.cancel();
        }
    }

    @FunctionalInterface
    interface Entry extends AutoCloseable {

        @Override
        void close();
    }
}
