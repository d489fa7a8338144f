package dev.oktamcp.mcp;

import dev.oktamcp.store.RevisionWatch;
import dev.oktamcp.tool.Access;
import dev.oktamcp.tool.ApiTokenEnded;
import dev.oktamcp.tool.Caller;
import dev.oktamcp.tool.CurrentCallers;
import dev.oktamcp.tool.ResourceUpdated;
import dev.oktamcp.tool.ServerTokensChanged;
import dev.oktamcp.tool.ToolsChanged;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import tools.jackson.databind.node.JsonNodeFactory;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/// The open streams on which clients are told what has changed, here. Each is looked at when
/// something may have: whether its caller would still get in, and whether it sees the same lists.
@Component
final class NoticeStreams {

    private static final Logger log = LoggerFactory.getLogger(NoticeStreams.class);

    private record Entrance(String serverId, Access access) {}

    private final Map<NoticeStream, Shown> seen = new ConcurrentHashMap<>();
    private final AtomicBoolean looking = new AtomicBoolean();
    private final AtomicBoolean again = new AtomicBoolean();
    private final CurrentCallers callers;
    private final ShownLists lists;
    private volatile boolean stopped;
    private volatile boolean failed;

    NoticeStreams(CurrentCallers callers, ShownLists lists) {
        this.callers = callers;
        this.lists = lists;
    }

    /// Runs a stream's work, during which it is told what changes.
    void with(NoticeStream stream, Runnable work) {
        seen.put(stream, stream.shown());
        if (stopped) {
            stream.close();
        }
        look();
        try {
            work.run();
        } finally {
            seen.remove(stream);
        }
    }

    @EventListener({
        RevisionWatch.Moved.class,
        ServerTokensChanged.class,
        ApiTokenEnded.class,
        ToolsChanged.class
    })
    void changed() {
        look();
    }

    /// On a thread of its own, and never twice at the same time.
    private void look() {
        again.set(true);
        begin();
    }

    private void begin() {
        if (!seen.isEmpty() && !looking.getAndSet(true)) {
            Thread.startVirtualThread(this::lookAtAll);
        }
    }

    private void lookAtAll() {
        try {
            while (again.getAndSet(false)) {
                var now = new HashMap<Entrance, Optional<Caller>>();
                seen.forEach((stream, shown) -> look(stream, shown, now));
            }
        } catch (RuntimeException e) {
            log.error("Open streams could not be looked at; it is tried again", e);
            failed = true;
        } finally {
            looking.set(false);
        }
        if (again.get()) {
            begin();
        }
    }

    /// What could not be looked at then is looked at now.
    @EventListener
    void tick(RevisionWatch.Tick tick) {
        if (failed) {
            failed = false;
            look();
        }
    }

    private void look(
            NoticeStream stream, Shown shown, Map<Entrance, Optional<Caller>> callersNow) {
        var caller = stream.caller();
        var entrance = new Entrance(caller.server().id(), caller.access());
        var now = callersNow.computeIfAbsent(entrance, _ -> callers.now(caller));
        if (now.isEmpty()) {
            stream.close();
            return;
        }
        var shownNow = lists.of(now.get());
        if (!shownNow.equals(shown) && seen.replace(stream, shown, shownNow)) {
            stream.changed(shownNow);
        }
    }

    @EventListener
    void updated(ResourceUpdated update) {
        for (var stream : seen.keySet()) {
            if (stream.subscription().resources().test(update.uri())) {
                stream.tell(
                        "notifications/resources/updated",
                        JsonNodeFactory.instance.objectNode().put("uri", update.uri()));
            }
        }
    }

    void start() {
        stopped = false;
    }

    /// Ends all, and whatever is opened until the next start.
    void stop() {
        stopped = true;
        seen.keySet().forEach(NoticeStream::close);
    }
}
