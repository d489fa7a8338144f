package dev.oktamcp.mcp;

import static dev.oktamcp.mcp.ProtocolException.INVALID_REQUEST;

import dev.oktamcp.tool.AccessCheck;
import dev.oktamcp.tool.ApiTokenEnded;
import dev.oktamcp.tool.Caller;
import dev.oktamcp.tool.ServerTokensChanged;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/// The calls that run now, so that the session that began one can take it back, and so that none
/// goes on when that by which it came in has ended.
@Component
final class CallsInProgress {

    private final List<AccessCheck> checks;
    private final EndedSessions ended;
    private final Map<Object, Exchange> calls = new ConcurrentHashMap<>();

    CallsInProgress(List<AccessCheck> checks, EndedSessions ended) {
        this.checks = checks;
        this.ended = ended;
    }

    /// @return ends the entry when closed
    /// @throws ProtocolException where its session has a call with this id under way already, or
    ///   the caller would no longer get in
    Entry add(Exchange exchange) {
        var key = exchange.key();
        if (calls.putIfAbsent(key, exchange) != null) {
            throw new ProtocolException(
                    200, INVALID_REQUEST, "A request with this id is under way already.");
        }
        try {
            recheck(exchange);
        } catch (RuntimeException | Error e) {
            calls.remove(key, exchange);
            throw e;
        }
        return () -> calls.remove(key, exchange);
    }

    /// From here on an end is heard of; before, it may have come while the message did.
    private void recheck(Exchange exchange) {
        var session = exchange.session();
        if (session != null && ended.has(session, exchange.caller())) {
            throw SessionEra.noSession();
        }
        var finding = finding(exchange.caller());
        if (finding != AccessCheck.Finding.GOOD) {
            throw refused(finding);
        }
    }

    /// Whether a caller would still get in, and see the same.
    AccessCheck.Finding finding(Caller caller) {
        return checks.stream()
                .map(check -> check.look(caller))
                .filter(finding -> finding != AccessCheck.Finding.GOOD)
                .findFirst()
                .orElse(AccessCheck.Finding.GOOD);
    }

    private static ProtocolException refused(AccessCheck.Finding finding) {
        return finding == AccessCheck.Finding.CHANGED
                ? new ProtocolException(
                        200,
                        INVALID_REQUEST,
                        "The MCP server was changed while the message came; nothing was done. Send"
                                + " it again.")
                : new ProtocolException(
                        404,
                        INVALID_REQUEST,
                        "The URL, or the API token beside it, has ended; nothing was done.");
    }

    Collection<Exchange> all() {
        return Collections.unmodifiableCollection(calls.values());
    }

    /// The ids of the calls that a session has under way.
    List<JsonNode> of(String sessionId) {
        return calls.values().stream()
                .filter(exchange -> exchange.isOf(sessionId))
                .map(exchange -> exchange.request().id())
                .toList();
    }

    /// @return whether there is such a call here
    boolean cancel(String sessionId, JsonNode requestId) {
        var exchange = calls.get(new Exchange.Key(sessionId, requestId));
        if (exchange == null) {
            return false;
        }
        exchange.cancellation().cancel();
        return true;
    }

    @EventListener
    void ended(SessionEnded end) {
        endAll("The session has ended", exchange -> exchange.isOf(end.sessionId()));
    }

    /// What was begun by a token that is no longer good ends.
    @EventListener
    void changed(ServerTokensChanged change) {
        endAll(
                "The URL has ended",
                exchange ->
                        exchange.caller().server().id().equals(change.serverId())
                                && !change.goodGenerations()
                                        .contains(exchange.caller().access().tokenGeneration()));
    }

    @EventListener
    void ended(ApiTokenEnded end) {
        endAll(
                "The API token has ended",
                exchange -> exchange.caller().access().endsWith(end.id()));
    }

    /// Says so to those who wait, where there is no time left to finish.
    void serverStops() {
        endAll("The server has been stopped", _ -> true);
    }

    private void endAll(String what, Predicate<Exchange> ended) {
        for (var exchange : calls.values()) {
            if (ended.test(exchange)) {
                exchange.cancellation().end(what + " while this was under way.");
            }
        }
    }

    @FunctionalInterface
    interface Entry extends AutoCloseable {

        @Override
        void close();
    }
}
