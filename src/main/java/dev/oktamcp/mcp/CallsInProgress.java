package dev.oktamcp.mcp;

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
    Entry add(Session session, JsonNode requestId, Cancellation cancellation) {
        var key = new Key(session.id(), requestId);
        calls.put(key, cancellation);
        return () -> calls.remove(key, cancellation);
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
