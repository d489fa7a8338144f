package dev.oktamcp.mcp;

import dev.oktamcp.tool.LogLevel;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What sessions have set after their begin, for the latest that did. It is known to this replica
/// alone: another one knows nothing of it.
@Component
final class SessionState {

    private static final int MOST_SESSIONS = 10_000;
    private static final int MOST_SUBSCRIPTIONS = 100;

    private static final class Settings {

        private volatile @Nullable LogLevel logLevel;
        private final Set<String> resources = ConcurrentHashMap.newKeySet();
    }

    private final Map<String, Settings> latest = Latest.put(MOST_SESSIONS);

    private Settings change(Session session) {
        synchronized (latest) {
            return latest.computeIfAbsent(session.id(), _ -> new Settings());
        }
    }

    /// The mildest message that the session wants; null where it wants none.
    @Nullable LogLevel logLevel(Session session) {
        synchronized (latest) {
            var settings = latest.get(session.id());
            return settings == null ? null : settings.logLevel;
        }
    }

    void logLevel(Session session, LogLevel level) {
        change(session).logLevel = level;
    }

    /// @throws ProtocolException where there are too many
    void subscribe(Session session, String uri, boolean on) {
        var resources = change(session).resources;
        if (!on) {
            resources.remove(uri);
        } else if (resources.size() < MOST_SUBSCRIPTIONS) {
            resources.add(uri);
        } else {
            throw ProtocolException.params(
                    "A session has %d subscriptions at most.".formatted(MOST_SUBSCRIPTIONS));
        }
    }

    boolean subscribed(Session session, String uri) {
        synchronized (latest) {
            var settings = latest.get(session.id());
            return settings != null && settings.resources.contains(uri);
        }
    }
}
