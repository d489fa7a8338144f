package dev.oktamcp.mcp;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The latest streams of this replica that a client can read on, each for the session that began it
/// (2025-11-25, Transports, Resumability and Redelivery).
@Component
final class Streams {

    private static final int MOST = 128;
    private static final Pattern EVENT_ID = Pattern.compile("([0-9a-f]{16}):(\\d{1,6})");

    private record Kept(String sessionId, EventStream stream) {}

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Kept> latest =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
                    return size() > MOST;
                }
            };

    /// Where to go on reading.
    ///
    /// @param after how many events the client has
    record Place(EventStream stream, int after) {}

    /// A stream of this session; one that can be read on, where its version knows that.
    EventStream create(Session session) {
        if (!ProtocolVersions.resumes(session.version())) {
            return new EventStream(null);
        }
        var id = new byte[8];
        random.nextBytes(id);
        var stream = new EventStream(HexFormat.of().formatHex(id));
        synchronized (latest) {
            latest.put(HexFormat.of().formatHex(id), new Kept(session.id(), stream));
        }
        return stream;
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
}
