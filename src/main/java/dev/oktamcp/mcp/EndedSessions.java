package dev.oktamcp.mcp;

import dev.oktamcp.store.EndedSessionTable;
import dev.oktamcp.store.Revision;
import dev.oktamcp.store.RevisionWatch;
import dev.oktamcp.store.Rows;
import dev.oktamcp.tool.Caller;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;

/// The sessions that were ended by DELETE, at whichever replica, for as long as they could go on
/// otherwise. Memory has what the watch has seen, so that a message costs no select. Each server
/// has places of its own: none can bring back what ended at another.
@Component
class EndedSessions {

    static final int MOST_OF_A_SERVER = 10_000;

    /// A replica whose clock is behind must not take for open what another has forgotten.
    private static final Duration KEPT = Sessions.LIFETIME.plusHours(1);

    private final Map<String, Ends> known = new ConcurrentHashMap<>();
    private final EndedSessionTable table;
    private final Revision revision;
    private final RevisionWatch watch;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EndedSessions(
            EndedSessionTable table,
            Revision revision,
            RevisionWatch watch,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.revision = revision;
        this.watch = watch;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /// Ends a session and all that it has under way: here at once, elsewhere within half a second.
    void end(Session session, Caller caller) {
        var server = caller.server().id();
        var now = Rows.micros(clock.instant());
        transaction.executeWithoutResult(status -> {
            var number = revision.nextOfSessions();
            table.insert(new EndedSessionTable.Row(session.id(), server, now), number);
        });
        watch.look();
        table.deleteBefore(now.minus(KEPT));
        table.keepLatest(server, MOST_OF_A_SERVER);
    }

    /// Memory is not relied on where it may lag behind: before the first look, and while the
    /// database can't be asked.
    boolean has(Session session, Caller caller) {
        var ends = known.get(caller.server().id());
        return (ends != null && ends.has(session.id()))
                || (!watch.tells() && table.has(session.id()));
    }

    @EventListener
    void moved(RevisionWatch.SessionsMoved moved) {
        for (var row : table.after(moved.from())) {
            known.computeIfAbsent(row.serverId(), _ -> new Ends()).add(row);
            if (moved.from() >= 0) {
                events.publishEvent(new SessionEnded(row.sessionId()));
            }
        }
        var lapsed = clock.instant().minus(KEPT);
        known.values().removeIf(ends -> ends.forgetBefore(lapsed));
    }

    /// Of one server, in the order in which they came.
    private static final class Ends {

        private final SequencedMap<String, Instant> latest = Latest.put(MOST_OF_A_SERVER);

        synchronized void add(EndedSessionTable.Row row) {
            latest.put(row.sessionId(), row.endedAt());
        }

        synchronized boolean has(String sessionId) {
            return latest.containsKey(sessionId);
        }

        /// @return whether none is left
        synchronized boolean forgetBefore(Instant time) {
            while (!latest.isEmpty()
                    && latest.sequencedEntrySet().getFirst().getValue().isBefore(time)) {
                latest.pollFirstEntry();
            }
            return latest.isEmpty();
        }
    }
}
