package dev.oktamcp.mcp;

/// One stream of the transport with two endpoints. The session is settled when `initialize` comes,
/// after the stream was opened.
final class SseConnection {

    private final EventStream events;
    private final NoticeStream notices;
    private volatile Session session;

    SseConnection(Session session, EventStream events, NoticeStream notices) {
        this.session = session;
        this.events = events;
        this.notices = notices;
    }

    Session session() {
        return session;
    }

    /// Takes over what `initialize` settled; the id stays.
    void settled(Session begun) {
        session = new Session(session.id(), begun.version(), begun.client(), begun.startedAt());
    }

    Reply reply() {
        return new SseReply(events);
    }

    void close() {
        notices.close();
    }
}
