package dev.oktamcp.mcp;

import dev.oktamcp.store.Revision;
import dev.oktamcp.store.RevisionWatch;
import dev.oktamcp.store.Rows;
import dev.oktamcp.store.Seal;
import dev.oktamcp.store.SessionMessageTable;
import dev.oktamcp.tool.Caller;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What waits in the database for another replica: sealed, until it is taken, for two minutes at
/// most. Within half a second somebody has looked; what is left then is for nobody.
@Component
class SessionMessages {

    static final int MOST_OF_A_SESSION = 16;
    static final int MOST_OF_A_SERVER = 256;
    static final Duration KEPT = Duration.ofMinutes(2);

    private final SessionMessageTable table;
    private final Revision revision;
    private final TransactionTemplate transaction;
    private final Seal seal;
    private final Clock clock;

    /// When the latest that was written here lapses, or what was there at the start; null where
    /// that is over.
    private volatile @Nullable Instant lapses;

    SessionMessages(
            SessionMessageTable table,
            Revision revision,
            TransactionTemplate transaction,
            Seal seal,
            Clock clock) {
        this.table = table;
        this.revision = revision;
        this.transaction = transaction;
        this.seal = seal;
        this.clock = clock;
        this.lapses = clock.instant().plus(KEPT);
    }

    /// Stores one, where none with this id waits.
    ///
    /// @param kind of what it is; each has room of its own
    /// @return whether there was room
    boolean put(String kind, String id, byte[] content, Session session, Caller caller) {
        var server = caller.server().id();
        var now = Rows.micros(clock.instant());
        table.deleteBefore(now.minus(KEPT));
        var count = table.count(session.id(), server, kind);
        if (count.ofSession() >= MOST_OF_A_SESSION || count.ofServer() >= MOST_OF_A_SERVER) {
            return false;
        }
        var sealed = seal.seal(content, boundTo(id));
        var row = new SessionMessageTable.Row(id, session.id(), server, kind, sealed, now);
        transaction.executeWithoutResult(status -> table.insert(row, revision.nextOfSessions()));
        lapses = now.plus(KEPT);
        return true;
    }

    List<SessionMessageTable.Address> after(long revision) {
        return table.after(revision);
    }

    /// What it says, to whoever comes first.
    Optional<byte[]> take(String id) {
        return table.take(id).flatMap(sealed -> seal.open(sealed, boundTo(id)));
    }

    private static String boundTo(String id) {
        return "message|" + id;
    }

    /// What nobody took goes, without anybody who writes the next one.
    @EventListener
    void tick(RevisionWatch.Tick tick) {
        var time = lapses;
        var now = clock.instant();
        if (time != null && now.isAfter(time)) {
            lapses = null;
            table.deleteBefore(now.minus(KEPT));
        }
    }
}
