package dev.oktamcp.mcp;

import dev.oktamcp.store.Seal;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Session ids that were opened lately, since a client sends its own with every message. All are
/// forgotten when the keys are read again, so that a key that was given up opens nothing.
final class OpenedSessions {

    private static final int MOST = 1_000;

    private record Id(String sealed, String boundTo) {}

    private final Map<Id, Session> latest = Latest.used(MOST);
    private final Seal seal;
    private @Nullable Object keys;

    OpenedSessions(Seal seal) {
        this.seal = seal;
    }

    /// Empty for an id that we did not make for this.
    Optional<Session> open(String sealed, String boundTo, Function<byte[], Session> read) {
        var id = new Id(sealed, boundTo);
        var now = seal.keys();
        var known = known(id, now);
        if (known != null) {
            return Optional.of(known);
        }
        var opened = seal.open(sealed, boundTo).map(read);
        opened.ifPresent(session -> keep(id, session, now));
        return opened;
    }

    private synchronized @Nullable Session known(Id id, Object now) {
        if (keys != now) {
            latest.clear();
            keys = now;
        }
        return latest.get(id);
    }

    private synchronized void keep(Id id, Session session, Object now) {
        if (keys == now) {
            latest.put(id, session);
        }
    }
}
