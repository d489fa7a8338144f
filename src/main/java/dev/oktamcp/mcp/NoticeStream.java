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
    private static final Pattern EVENT_ID = Pattern.compile("([0-9a-f]{48}):[0-9a-f-]{36}");
    private static final Notice END = new Notice("", new Shown("", "", ""));

    private record Notice(String message, Shown shown) {}

    /// @param caller as it got in
    /// @param lists of which the client wants to hear
    /// @param resources says whether it wants to hear of the updates of a resource, by its URI
    /// @param id under which it is told so; null for the stream of a session
    /// @param resumes whether events have ids, by which a client says what it has seen
    record Subscription(
            Caller caller,
            Shown.Wanted lists,
            Predicate<String> resources,
            @Nullable JsonNode id,
            boolean resumes) {}

    private final Subscription subscription;
    private final EventStream events;
    private final @Nullable ClientConnection connection;
    private final BlockingQueue<Notice> pending = new LinkedBlockingQueue<>(MOST_PENDING);
    private volatile Shown shown;
    private volatile boolean over;

    /// @param shown what the client has seen of the lists
    NoticeStream(
            Subscription subscription,
            EventStream events,
            @Nullable ClientConnection connection,
            Shown shown) {
        this.subscription = subscription;
        this.events = events;
        this.connection = connection;
        this.shown = shown;
    }

    /// What a client had seen of the lists when it got an event with this id.
    ///
    /// @param otherwise where that can't be read from it
    static Shown shownBy(@Nullable String eventId, Shown otherwise) {
        var parts = EVENT_ID.matcher(eventId == null ? "" : eventId);
        return parts.matches() ? Shown.parse(parts.group(1)).orElse(otherwise) : otherwise;
    }

    Caller caller() {
        return subscription.caller();
    }

    Subscription subscription() {
        return subscription;
    }

    /// What the client has seen of the lists.
    Shown shown() {
        return shown;
    }

    void changed(Shown shownNow) {
        var before = shown;
        shown = shownNow;
        shownNow.news(before, subscription.lists())
                .forEach(method -> tell(method, JsonNodeFactory.instance.objectNode()));
    }

    /// Says at once what a client hears before all else.
    void begin(String method, ObjectNode params) {
        events.message(notification(method, params));
    }

    /// A client that takes nothing in for so long hears no more.
    void tell(String method, ObjectNode params) {
        if (!pending.offer(new Notice(notification(method, params), shown))) {
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
            events.mark(eventId(shown));
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
            events.message(next.message(), subscription.resumes() ? eventId(next.shown()) : null);
        }
    }

    private static String eventId(Shown shown) {
        return shown.text() + ":" + UUID.randomUUID();
    }
}
