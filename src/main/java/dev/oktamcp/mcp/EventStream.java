package dev.oktamcp.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Server-sent events, one after the other, to whoever reads them at the moment. Where they have
/// ids they are kept for a while, so that a client that was cut off can read on where it was
/// (2025-11-25, Transports, Resumability and Redelivery). Its methods may be called from several
/// threads.
final class EventStream {

    private static final int MOST_KEPT = 300 * 1024;
    private static final byte[] NOTHING = {};
    private static final byte[] COMMENT = ": keep-alive\n\n".getBytes(UTF_8);

    private final @Nullable String id;
    private final List<byte[]> kept = new ArrayList<>();
    private int keptBytes;
    private volatile @Nullable HttpServletResponse reader;
    private @Nullable Runnable whenLost;
    private boolean ended;
    private volatile long written = System.nanoTime();

    /// @param id no two streams have the same; null where nobody can read on
    EventStream(@Nullable String id) {
        this.id = id;
    }

    /// Begins to write to a client, or goes on with another one: who read before, reads no more.
    ///
    /// @param after how many events the client has
    synchronized void to(HttpServletResponse response, int after) {
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding(UTF_8);
        response.setHeader("X-Accel-Buffering", "no");
        reader = response;
        write(id == null ? NOTHING : priming(id + ":" + after));
        kept.subList(Math.min(after, kept.size()), kept.size()).forEach(this::write);
        notifyAll();
    }

    /// So that a client has an id to read on from before anything has come, and knows how long to
    /// wait (milliseconds).
    private static byte[] priming(String eventId) {
        return "id: %s\nretry: 1000\ndata: \n\n".formatted(eventId).getBytes(UTF_8);
    }

    /// An event without a message: from here on a client can read.
    synchronized void mark(String eventId) {
        write(priming(eventId));
    }

    /// @param message JSON in one line
    synchronized void message(String message) {
        if (ended) {
            return;
        }
        var event = event(message, id == null ? null : id + ":" + (kept.size() + 1));
        if (id != null) {
            keep(event);
        }
        write(event);
    }

    /// A message with an id of its own, which is not kept.
    synchronized void message(String message, @Nullable String eventId) {
        if (!ended) {
            write(event(message, eventId));
        }
    }

    private static byte[] event(String message, @Nullable String eventId) {
        var head = eventId == null ? "" : "id: " + eventId + "\n";
        return (head + "event: message\ndata: " + message + "\n\n").getBytes(UTF_8);
    }

    /// What is too much is not kept: then it is as if the client could not read on.
    private void keep(byte[] event) {
        keptBytes += event.length;
        kept.add(keptBytes <= MOST_KEPT ? event : NOTHING);
    }

    /// An event of its own kind, which nobody reads again.
    synchronized void named(String name, String data) {
        write("event: %s\ndata: %s\n\n".formatted(name, data).getBytes(UTF_8));
    }

    /// Keeps proxies from closing a stream that is silent.
    synchronized void comment() {
        if (!ended) {
            write(COMMENT);
        }
    }

    /// Nothing comes after this.
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /// Whether a client reads, as far as is known.
    boolean read() {
        return reader != null;
    }

    /// Runs this when its client has gone and can't read on; at once where that is known already.
    synchronized void whenLost(Runnable then) {
        whenLost = then;
        if (reader == null) {
            lost();
        }
    }

    private void lost() {
        if (whenLost != null && id == null) {
            whenLost.run();
        }
    }

    /// How long nothing was written.
    long silentMillis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - written);
    }

    /// Waits until the stream has ended, or this client does not read it any more.
    synchronized void hold(HttpServletResponse response, long keepAliveMillis)
            throws InterruptedException {
        while (writesTo(response)) {
            wait(keepAliveMillis);
            if (silentMillis() >= keepAliveMillis) {
                comment();
            }
        }
    }

    /// Whether this client is the one that is written to.
    synchronized boolean writesTo(HttpServletResponse response) {
        return !ended && reader == response;
    }

    private void write(byte[] bytes) {
        var response = reader;
        if (response == null) {
            return;
        }
        try {
            response.getOutputStream().write(bytes);
            response.flushBuffer();
            written = System.nanoTime();
        } catch (IOException e) {
            reader = null;
            notifyAll();
            lost();
        }
    }
}
