package dev.oktamcp.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/// Plain JSON, unless something has to be said before the end; from then on a stream of server-sent
/// events.
final class HttpReply implements Reply {

    private static final String RETRY_AFTER_SECONDS = "5";

    private final HttpServletResponse response;
    private final Supplier<EventStream> streams;
    private final AtomicBoolean keepingAlive = new AtomicBoolean();
    private final long begun = System.nanoTime();
    private volatile @Nullable EventStream stream;
    private boolean over;

    /// A reply whose stream nobody can read on.
    HttpReply(HttpServletResponse response) {
        this(response, () -> new EventStream(null));
    }

    /// @param streams makes the stream, should there be one
    HttpReply(HttpServletResponse response, Supplier<EventStream> streams) {
        this.response = response;
        this.streams = streams;
    }

    @Override
    public synchronized void send(ObjectNode message) {
        if (!over) {
            stream().message(message.toString());
        }
    }

    /// On a thread of its own: a client that does not read must not hold up who looks after all.
    @Override
    public void keepAlive(long afterMillis) {
        if (silentMillis() >= afterMillis && !keepingAlive.getAndSet(true)) {
            Thread.startVirtualThread(this::keepAlive);
        }
    }

    private synchronized void keepAlive() {
        if (!over) {
            stream().comment();
        }
        keepingAlive.set(false);
    }

    private long silentMillis() {
        var current = stream;
        return current == null
                ? TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun)
                : current.silentMillis();
    }

    @Override
    public boolean unread() {
        var current = stream;
        return current != null && !current.read();
    }

    @Override
    public synchronized void header(String name, String value) {
        if (stream == null && !over) {
            response.setHeader(name, value);
        }
    }

    @Override
    public void finish(ObjectNode message) {
        finish(message.toString().getBytes(UTF_8));
    }

    @Override
    public void result(JsonNode id, byte[] result) {
        var begin = ("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":").getBytes(UTF_8);
        var message = Arrays.copyOf(begin, begin.length + result.length + 1);
        System.arraycopy(result, 0, message, begin.length, result.length);
        message[message.length - 1] = '}';
        finish(message);
    }

    @Override
    public synchronized void fail(ProtocolException error) {
        if (stream == null && !over) {
            response.setStatus(error.status());
            if (error.status() == 429 || error.status() == 503) {
                response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
            }
        }
        finish(Replies.error(error));
    }

    private synchronized void finish(byte[] message) {
        if (over) {
            return;
        }
        over = true;
        var current = stream;
        if (current == null) {
            json(message);
        } else {
            current.message(new String(message, UTF_8));
            current.end();
        }
    }

    @Override
    public synchronized void abandon() {
        var current = stream;
        if (current != null) {
            current.end();
        } else if (!over) {
            new EventStream(null).to(response, 0);
        }
        over = true;
    }

    /// Begins the stream now, for what is told on it until the end.
    synchronized EventStream open() {
        return stream();
    }

    @Override
    public void whenLost(Runnable then) {
        var current = stream;
        if (current != null) {
            current.whenLost(then);
        }
    }

    private EventStream stream() {
        var current = stream;
        if (current == null) {
            current = streams.get();
            current.to(response, 0);
            stream = current;
        }
        return current;
    }

    private void json(byte[] message) {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(message.length);
        try {
            response.getOutputStream().write(message);
            response.flushBuffer();
        } catch (IOException e) {
            // the client is gone: nobody is left to be told
            over = true;
        }
    }
}
