package dev.oktamcp.mcp;

import dev.oktamcp.tool.Caller;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The stream of each session that it opened by GET (2025-11-25, Transports, Listening for Messages
/// from the Server). A session has one: a new one takes the place of the one before, so that
/// nothing is told twice.
@Component
final class SessionStreams {

    private static final String LAST_EVENT = "Last-Event-ID";

    private final Map<String, NoticeStream> bySession = new ConcurrentHashMap<>();
    private final ResumableReplies replies;
    private final NoticeStreams notices;
    private final ShownLists lists;
    private final SessionState state;
    private final EndedSessions ended;
    private final EdgeLimits limits;
    private final McpProperties properties;

    SessionStreams(
            ResumableReplies replies,
            NoticeStreams notices,
            ShownLists lists,
            SessionState state,
            EndedSessions ended,
            EdgeLimits limits,
            McpProperties properties) {
        this.replies = replies;
        this.notices = notices;
        this.lists = lists;
        this.state = state;
        this.ended = ended;
        this.limits = limits;
        this.properties = properties;
    }

    /// Goes on with a reply that was cut off, where the request names an event of it; else opens a
    /// stream of what changes. Returns when it is over.
    void hold(
            Session session, Caller caller, HttpServletRequest http, HttpServletResponse response) {
        Incoming.checkAccepts(http, MediaType.TEXT_EVENT_STREAM_VALUE);
        var lastEvent = http.getHeader(LAST_EVENT);
        var place = lastEvent == null ? null : replies.after(lastEvent, session).orElse(null);
        limits.stream(
                caller,
                () -> {
                    if (place == null) {
                        listen(session, caller, http, response);
                    } else {
                        readOn(place, response);
                    }
                });
    }

    private void readOn(ResumableReplies.Place place, HttpServletResponse response) {
        var stream = place.stream();
        stream.to(response, place.after());
        try {
            stream.hold(response, properties.keepAlive().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen(
            Session session, Caller caller, HttpServletRequest http, HttpServletResponse response) {
        var events = new EventStream(null);
        var stream = stream(session, caller, http, events);
        try {
            replace(session, caller, stream);
            events.to(response, 0);
            notices.with(stream, () -> stream.hold(response, properties.keepAlive().toMillis()));
        } finally {
            bySession.remove(session.id(), stream);
        }
    }

    private NoticeStream stream(
            Session session, Caller caller, HttpServletRequest http, EventStream events) {
        var resumes = ProtocolVersions.resumes(session.version());
        var subscription =
                new NoticeStream.Subscription(
                        caller,
                        Shown.Wanted.ALL,
                        uri -> state.subscribed(session, uri),
                        null,
                        resumes);
        var now = lists.of(caller);
        var seen = NoticeStream.shownBy(http.getHeader(LAST_EVENT), now);
        return new NoticeStream(subscription, events, ClientConnection.of(http), seen);
    }

    /// Before the client hears that its stream is open: the next that it opens comes later. From
    /// here on an end is heard of; before, it may have come while the request did.
    private void replace(Session session, Caller caller, NoticeStream stream) {
        var before = bySession.put(session.id(), stream);
        if (before != null) {
            before.close();
        }
        if (ended.has(session, caller)) {
            stream.close();
        }
    }

    @EventListener
    void ended(SessionEnded end) {
        var stream = bySession.get(end.sessionId());
        if (stream != null) {
            stream.close();
        }
    }
}
