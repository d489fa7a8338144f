package dev.oktamcp.mcp;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// One stream of the transport with two endpoints, and the replies that are still to come on it.
/// The session is settled when `initialize` comes, after the stream was opened.
final class SseConnection {

    /// Each may have a large answer in its hands, and wait for a client that does not read.
    private static final int MOST_REPLIES = 64;

    private static final Duration WAIT_FOR_A_PLACE = Duration.ofSeconds(2);

    /// Longer than a call may take.
    private static final Duration WAIT_AT_A_STOP = Duration.ofSeconds(60);

    private static final Duration WAIT_AT_THE_END = Duration.ofSeconds(2);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final EventStream events;
    private final NoticeStream notices;
    private final Semaphore places = new Semaphore(MOST_REPLIES);
    private volatile Session session;
    private volatile boolean stopping;
    private volatile boolean closed;

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

    /// Takes a place for a reply; waits a little for one.
    ///
    /// @throws ProtocolException 429 where none gets free, 404 where the connection has ended
    void begin() {
        if (!taken(1, WAIT_FOR_A_PLACE)) {
            throw EdgeLimits.tooMuch("Too many replies are to come on this connection.");
        }
        if (closed) {
            places.release();
            throw SessionEra.noSession();
        }
    }

    /// A reply has come.
    void done() {
        places.release();
    }

    private boolean taken(int many, Duration wait) {
        try {
            return places.tryAcquire(many, wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// The server stops: what is under way comes to its end first.
    void stop() {
        stopping = true;
        end();
    }

    void end() {
        notices.close();
    }

    /// Takes nothing more. What has not come yet is ended, and may still say so; what has only just
    /// begun may have to be ended once more.
    void close(Runnable endCalls) {
        if (stopping) {
            var _ = quiet(WAIT_AT_A_STOP);
        }
        closed = true;
        var until = System.nanoTime() + WAIT_AT_THE_END.toNanos();
        do {
            endCalls.run();
        } while (!quiet(LOOK)
                && System.nanoTime() < until
                && !Thread.currentThread().isInterrupted());
        events.end();
    }

    /// Whether all replies have come, or do so in time.
    private boolean quiet(Duration wait) {
        var quiet = taken(MOST_REPLIES, wait);
        if (quiet) {
            places.release(MOST_REPLIES);
        }
        return quiet;
    }
}
