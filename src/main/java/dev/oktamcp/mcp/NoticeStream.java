package dev.oktamcp.mcp;

import dev.oktamcp.tool.Caller;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// An open stream on which a client is told what has changed. Whoever tells does not wait: the
/// stream's own thread writes.
final class NoticeStream {

    private static final int MOST_PENDING = 100;
    private static final long LOOK_MILLIS = 5_000;
    private static final Pattern EVENT_ID = Pattern.compile("([0-9a-f]{16}):[0-9a-f-]{36}");
    private static final Notice END = new Notice("", "");

    private record Notice(String message, String digest) {}

    /// @param caller as it got in
    /// @param toolsListChanged whether the client wants to hear of the list of tools
    /// @param resources says whether it wants to hear of the updates of a resource, by its URI
    /// @param id under which it is told so; null for the stream of a session
    /// @param resumes whether events have ids, by which a client says what it has seen
    record Subscription(
            Caller caller,
            boolean toolsListChanged,
            Predicate<String> resources,
            @Nullable JsonNode id,
            boolean resumes) {}

    private final Subscription subscription;
    private final EventStream events;
    private final @Nullable ClientConnection connection;
    private final BlockingQueue<Notice> pending = new LinkedBlockingQueue<>(MOST_PENDING);
    private volatile String digest;
    private volatile boolean over;

    /// @param digest of the list of tools that the client has seen
    NoticeStream(
            Subscription subscription,
            EventStream events,
            @Nullable ClientConnection connection,
            String digest) {
        this.subscription = subscription;
        this.events = events;
        this.connection = connection;
        this.digest = digest;
    }

    /// What a client had seen of the list of tools when it got an event with this id.
    ///
    /// @param otherwise where that can't be read from it
    static String digestOf(@Nullable String eventId, String otherwise) {
        var parts = EVENT_ID.matcher(eventId == null ? "" : eventId);
        return parts.matches() ? parts.group(1) : otherwise;
    }

    Caller caller() {
        return subscription.caller();
    }

    Subscription subscription() {
        return subscription;
    }

    /// Of the list of tools that the client has seen.
    String digest() {
        return digest;
    }

    void listChanged(String digestNow) {
        digest = digestNow;
        if (subscription.toolsListChanged()) {
            tell("notifications/tools/list_changed", JsonNodeFactory.instance.objectNode());
        }
    }

    /// Says at once what a client hears before all else.
    void begin(String method, ObjectNode params) {
        events.message(notification(method, params));
    }

    /// A client that takes nothing in for so long hears no more.
    void tell(String method, ObjectNode params) {
        if (!pending.offer(new Notice(notification(method, params), digest))) {
            close();
        }
    }

    private String notification(String method, ObjectNode params) {
        if (subscription.id() != null) {
            params.withObject("/_meta").set(RequestMeta.SUBSCRIPTION, subscription.id());
        }
        return Replies.notification(method, params).toString();
    }

    /// Ends it, from whichever thread.
    void close() {
        over = true;
        pending.clear();
        var _ = pending.offer(END);
    }

    /// Writes until it is over, or the client has gone.
    ///
    /// @return whether the client is still there
    boolean hold(HttpServletResponse response, long keepAliveMillis) {
        if (subscription.resumes()) {
            events.mark(eventId(digest));
        }
        try {
            while (!over && events.writesTo(response)) {
                var next =
                        pending.poll(Math.min(LOOK_MILLIS, keepAliveMillis), TimeUnit.MILLISECONDS);
                if (next == null && connection != null && connection.gone()) {
                    return false;
                }
                write(next, keepAliveMillis);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return events.writesTo(response);
    }

    private void write(@Nullable Notice next, long keepAliveMillis) {
        if (next == null) {
            if (events.silentMillis() >= keepAliveMillis) {
                events.comment();
            }
        } else if (!next.equals(END)) {
            events.message(next.message(), subscription.resumes() ? eventId(next.digest()) : null);
        }
    }

    private static String eventId(String digest) {
        return digest + ":" + UUID.randomUUID();
    }
}
