package dev.oktamcp.export;

import dev.oktamcp.tool.AccessCheck;
import dev.oktamcp.tool.ApiTokenEnded;
import dev.oktamcp.tool.Caller;
import dev.oktamcp.tool.Cancellation;
import dev.oktamcp.tool.ServerTokensChanged;

import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/// The downloads that run now: few for each server, and none outlives that by which it came in.
@Component
final class Downloads {

    /// For each MCP server; one takes a share of Okta's rate limit for minutes.
    private static final int MOST = 2;

    /// What became of one that wants to begin.
    enum Begun {
        YES,
        TOO_MANY,
        ENDED
    }

    private record Running(Caller caller, Cancellation cancellation) {}

    private final List<AccessCheck> checks;
    private final Set<Running> running = ConcurrentHashMap.newKeySet();

    Downloads(List<AccessCheck> checks) {
        this.checks = checks;
    }

    Begun run(Caller caller, Cancellation cancellation, Runnable work) {
        var one = new Running(caller, cancellation);
        if (!add(one)) {
            return Begun.TOO_MANY;
        }
        try {
            if (checks.stream().anyMatch(check -> check.look(caller) != AccessCheck.Finding.GOOD)) {
                return Begun.ENDED; // while it came: from here on an end is heard of
            }
            work.run();
            return Begun.YES;
        } finally {
            running.remove(one);
        }
    }

    private synchronized boolean add(Running one) {
        var id = one.caller().server().id();
        var others = running.stream().filter(each -> each.caller().server().id().equals(id));
        return others.count() < MOST && running.add(one);
    }

    @EventListener
    void changed(ServerTokensChanged change) {
        endAll(
                "The URL has ended",
                caller ->
                        caller.server().id().equals(change.serverId())
                                && !change.goodGenerations()
                                        .contains(caller.access().tokenGeneration()));
    }

    @EventListener
    void ended(ApiTokenEnded end) {
        endAll("The API token has ended", caller -> caller.access().endsWith(end.id()));
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        endAll("The server has been stopped", _ -> true);
    }

    private void endAll(String what, Predicate<Caller> ended) {
        for (var one : running) {
            if (ended.test(one.caller())) {
                one.cancellation().end(what + " while this was under way.");
            }
        }
    }
}
