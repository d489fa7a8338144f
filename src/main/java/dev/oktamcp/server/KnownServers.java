package dev.oktamcp.server;

import dev.oktamcp.store.RevisionWatch;

import org.springframework.stereotype.Component;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// The servers whose URLs were used since something last changed. Good for letting in, never for
/// turning away: what is not here, or no longer certain, is looked for in the database. So memory
/// is filled by good URLs alone.
@Component
class KnownServers {

    /// @param moves that the watch had seen before it was read
    private record Kept(long moves, KnownServer server) {}

    private final Map<String, Kept> kept = new ConcurrentHashMap<>();
    private final RevisionWatch watch;

    KnownServers(RevisionWatch watch) {
        this.watch = watch;
    }

    /// Empty where it has to be read.
    Optional<KnownServer> find(String id) {
        var found = kept.get(id);
        return found != null && found.moves() == watch.moves() && watch.tells()
                ? Optional.of(found.server())
                : Optional.empty();
    }

    /// Reads a server, and keeps it until something changes.
    Optional<KnownServer> read(String id, Supplier<Optional<KnownServer>> reading) {
        var moves = watch.moves();
        var read = reading.get();
        read.ifPresent(server -> keep(id, new Kept(moves, server)));
        return read;
    }

    private void keep(String id, Kept server) {
        kept.values().removeIf(old -> old.moves() < server.moves());
        kept.put(id, server);
    }
}
