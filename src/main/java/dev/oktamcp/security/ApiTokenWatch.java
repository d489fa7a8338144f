package dev.oktamcp.security;

import dev.oktamcp.store.RevisionWatch;
import dev.oktamcp.tool.ApiTokenEnded;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;

/// Tells whoever serves calls which API tokens are no longer good. Of an end by time it knows the
/// next one, and asks the database when that has come. Called by the watch alone, never twice at
/// the same time.
@Component
class ApiTokenWatch {

    private final ApiTokens tokens;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private Instant toldUntil;
    private @Nullable Instant nextEnd;

    ApiTokenWatch(ApiTokens tokens, ApplicationEventPublisher events, Clock clock) {
        this.tokens = tokens;
        this.events = events;
        this.clock = clock;
        this.toldUntil = clock.instant();
    }

    @EventListener
    void moved(RevisionWatch.Moved moved) {
        if (moved.from() >= 0) {
            tokens.deletedAfter(moved.from()).forEach(this::tell);
        }
        var now = clock.instant();
        toldUntil = now.isBefore(toldUntil) ? now : toldUntil;
        nextEnd = tokens.nextEnd(toldUntil).orElse(null);
    }

    @EventListener
    void tick(RevisionWatch.Tick tick) {
        var now = clock.instant();
        if (nextEnd == null || now.isBefore(nextEnd)) {
            return;
        }
        tokens.ended(toldUntil, now).forEach(this::tell);
        toldUntil = now;
        nextEnd = tokens.nextEnd(now).orElse(null);
    }

    private void tell(String id) {
        events.publishEvent(new ApiTokenEnded(id));
    }
}
