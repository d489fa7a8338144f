package dev.oktamcp.mcp;

import dev.oktamcp.tool.ServerTokensChanged;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.security.SecureRandom;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The latest replies of this replica that a client can read on, each for the session that began it
/// (2025-11-25, Transports, Resumability and Redelivery). Where there are too many, the MCP server
/// that has most loses one, so that none pushes out those of the others.
@Component
final class ResumableReplies {

    private static final int MOST = 256;
    private static final Pattern EVENT_ID = Pattern.compile("([0-9a-f]{16}):(\\d{1,6})");

    private record Kept(String serverId, String sessionId, EventStream stream) {}

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Kept> latest = new LinkedHashMap<>();

    /// Where to go on reading.
    ///
    /// @param after how many events the client has
    record Place(EventStream stream, int after) {}

    /// A stream of a session of this MCP server; one that can be read on, where the session's
    /// version knows that.
    EventStream create(Session session, String serverId) {
        if (!ProtocolVersions.resumes(session.version())) {
            return new EventStream(null);
        }
        var bytes = new byte[8];
        random.nextBytes(bytes);
        var id = HexFormat.of().formatHex(bytes);
        var stream = new EventStream(id);
        synchronized (latest) {
            latest.put(id, new Kept(serverId, session.id(), stream));
            if (latest.size() > MOST) {
                latest.remove(eldestOfTheBusiest());
            }
        }
        return stream;
    }

    /// Of several servers that have most, the one whose reply is the oldest.
    private String eldestOfTheBusiest() {
        var counts =
                latest.values().stream()
                        .collect(Collectors.groupingBy(Kept::serverId, Collectors.counting()));
        var most = Collections.max(counts.values());
        return latest.entrySet().stream()
                .filter(entry -> most.equals(counts.get(entry.getValue().serverId())))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /// Empty for an event that is unknown here, or not of this session.
    Optional<Place> after(String eventId, Session session) {
        var parts = EVENT_ID.matcher(eventId);
        if (!parts.matches()) {
            return Optional.empty();
        }
        synchronized (latest) {
            return Optional.ofNullable(latest.get(parts.group(1)))
                    .filter(kept -> kept.sessionId().equals(session.id()))
                    .map(kept -> new Place(kept.stream(), Integer.parseInt(parts.group(2))));
        }
    }

    /// Nobody reads on.
    @EventListener
    void ended(SessionEnded end) {
        synchronized (latest) {
            latest.values().removeIf(kept -> kept.sessionId().equals(end.sessionId()));
        }
    }

    /// No URL of this server is good any more.
    @EventListener
    void changed(ServerTokensChanged change) {
        if (change.goodGenerations().isEmpty()) {
            synchronized (latest) {
                latest.values().removeIf(kept -> kept.serverId().equals(change.serverId()));
            }
        }
    }
}
