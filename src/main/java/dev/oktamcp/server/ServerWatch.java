package dev.oktamcp.server;

import dev.oktamcp.store.RevisionWatch;
import dev.oktamcp.tool.ServerTokensChanged;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.time.Clock;

/// Tells whoever serves calls which tokens are good, when that has changed, and takes the hashes of
/// those whose time is over.
@Component
class ServerWatch {

    private final Servers servers;
    private final ServerTokens tokens;
    private final ServerChanges changes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ServerWatch(
            Servers servers,
            ServerTokens tokens,
            ServerChanges changes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.servers = servers;
        this.tokens = tokens;
        this.changes = changes;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void moved(RevisionWatch.Moved moved) {
        if (moved.from() < 0) {
            return;
        }
        for (var id : servers.changedAfter(moved.from())) {
            events.publishEvent(
                    new ServerTokensChanged(id, tokens.generations(id, clock.instant())));
        }
    }

    @EventListener
    void tick(RevisionWatch.Tick tick) {
        changes.sweep();
    }
}
