package dev.oktamcp.mcp;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The open connections of the transport with two endpoints, by the ids of their sessions.
@Component
final class SseConnections {

    private final Map<String, SseConnection> open = new ConcurrentHashMap<>();
    private volatile boolean stopped;

    void add(SseConnection connection) {
        open.put(connection.session().id(), connection);
        if (stopped) {
            connection.stop();
        }
    }

    void remove(SseConnection connection) {
        open.remove(connection.session().id());
    }

    Optional<SseConnection> of(Session session) {
        return Optional.ofNullable(open.get(session.id()));
    }

    @EventListener
    void ended(SessionEnded end) {
        var connection = open.get(end.sessionId());
        if (connection != null) {
            connection.end();
        }
    }

    void start() {
        stopped = false;
    }

    /// Ends all when their replies have come, and whatever is opened until the next start.
    void stop() {
        stopped = true;
        open.values().forEach(SseConnection::stop);
    }
}
