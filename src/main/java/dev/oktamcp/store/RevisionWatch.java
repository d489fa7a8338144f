package dev.oktamcp.store;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Tells the modules when what is stored has changed, here or on another replica: at once for a
/// change of our own, within half a second for one of others.
@Component
public class RevisionWatch {

    private static final Logger log = LoggerFactory.getLogger(RevisionWatch.class);

    private final Revision revision;
    private final ApplicationEventPublisher events;
    private long seen = -1;
    private boolean failing;

    RevisionWatch(Revision revision, ApplicationEventPublisher events) {
        this.revision = revision;
        this.events = events;
    }

    /// What is in memory was read before this number or has it.
    @EventListener
    synchronized void ready(ApplicationReadyEvent event) {
        look();
    }

    /// To be called after a change of our own was committed.
    public synchronized void look() {
        var current = revision.current();
        var before = seen;
        if (current != before) {
            events.publishEvent(new Moved(before, current));
            seen = current;
        }
        events.publishEvent(new Tick());
    }

    @Scheduled(fixedDelay = 500)
    void lookAgain() {
        try {
            look();
            failing = false;
        } catch (DataAccessException | TransactionException e) {
            if (!failing) {
                log.error("The database can't be asked for changes", e);
            }
            failing = true;
        }
    }

    /// Rows with a revision greater than `from` have changed.
    ///
    /// @param from what was seen before; -1 at the start
    public record Moved(long from, long to) {}

    /// Half a second has gone by, or something changed: time to see what has lapsed.
    public record Tick() {}
}
