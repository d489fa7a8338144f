package dev.oktamcp.store;

import jakarta.annotation.PreDestroy;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Tells the modules when what is stored has changed, here or on another replica: at once for a
/// change of our own, within half a second for one of others. On a thread of its own, which nothing
/// else holds up.
@Component
public class RevisionWatch {

    private static final Logger log = LoggerFactory.getLogger(RevisionWatch.class);
    private static final long EVERY_MILLIS = 500;
    private static final long RECENTLY = TimeUnit.SECONDS.toNanos(1);

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("revision-watch").factory());
    private final Revision revision;
    private final ApplicationEventPublisher events;
    private long seen = -1;
    private long seenOfSessions = -1;
    private boolean failing;
    private final AtomicLong moves = new AtomicLong();
    private volatile @Nullable Long looked;

    RevisionWatch(Revision revision, ApplicationEventPublisher events) {
        this.revision = revision;
        this.events = events;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        look();
        var _ =
                thread.scheduleWithFixedDelay(
                        this::look, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }

    /// To be called after a change of our own was committed. What goes wrong here undoes nothing:
    /// it is tried again in half a second.
    public synchronized void look() {
        var now = System.nanoTime();
        try {
            events.publishEvent(new Tick());
            tellWhatMoved();
            failing = false;
            looked = now;
        } catch (RuntimeException e) {
            if (!failing) {
                log.error("It can't be seen whether the database has changed", e);
            }
            failing = true;
        }
    }

    /// Whether all that had changed a second ago was told. False while the database can't be asked:
    /// whoever keeps something in memory must not count on it then.
    public boolean tells() {
        var last = looked;
        return last != null && System.nanoTime() - last < RECENTLY;
    }

    /// How often something has moved: another number means that what was read before is to be read
    /// again. It is another one before anybody is told.
    public long moves() {
        return moves.get();
    }

    private void tellWhatMoved() {
        var current = revision.current();
        if (current.stored() != seen) {
            moves.incrementAndGet();
            events.publishEvent(new Moved(seen, current.stored()));
            seen = current.stored();
        }
        if (current.sessions() != seenOfSessions) {
            events.publishEvent(new SessionsMoved(seenOfSessions));
            seenOfSessions = current.sessions();
        }
    }

    /// Rows with a revision greater than `from` have changed.
    ///
    /// @param from what was seen before; -1 at the start
    public record Moved(long from, long to) {}

    /// Rows of single sessions with a revision greater than `from` are new.
    ///
    /// @param from what was seen before; -1 at the start
    public record SessionsMoved(long from) {}

    /// Half a second has gone by, or something changed: time to change what has lapsed. Whoever
    /// does so takes a revision, and does not ask to look.
    public record Tick() {}
}
