package dev.oktamcp.mcp;

import static dev.oktamcp.mcp.ProtocolException.INVALID_REQUEST;

import dev.oktamcp.tool.AccessCheck;
import dev.oktamcp.tool.Caller;
import dev.oktamcp.tool.Cancellation;
import dev.oktamcp.tool.ServerTokensChanged;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The calls that run now, so that the session that began one can take it back, and so that none
/// goes on when its URL has ended.
@Component
final class CallsInProgress {

    private record Key(String sessionId, JsonNode requestId) {}

    private record Call(String serverId, int tokenGeneration, Cancellation cancellation) {}

    private final List<AccessCheck> checks;
    private final Map<Key, Call> calls = new ConcurrentHashMap<>();

    CallsInProgress(List<AccessCheck> checks) {
        this.checks = checks;
    }

    /// @return ends the entry when closed
    /// @throws ProtocolException where a call with this id is under way already
    Entry add(Session session, Caller caller, JsonNode requestId, Cancellation cancellation) {
        var key = new Key(session.id(), requestId);
        var call = new Call(caller.server().id(), caller.access().tokenGeneration(), cancellation);
        if (calls.putIfAbsent(key, call) != null) {
            throw ProtocolException.reply(
                    requestId, INVALID_REQUEST, "A request with this id is under way already.");
        }
        recheck(key, call, caller);
        return () -> calls.remove(key, call);
    }

    /// From here on the end of the URL is heard; before, it may have come while the message did.
    private void recheck(Key key, Call call, Caller caller) {
        for (var check : checks) {
            var finding = check.look(caller);
            if (finding != AccessCheck.Finding.GOOD) {
                calls.remove(key, call);
                throw refused(key.requestId(), finding);
            }
        }
    }

    private static ProtocolException refused(JsonNode requestId, AccessCheck.Finding finding) {
        return finding == AccessCheck.Finding.CHANGED
                ? ProtocolException.reply(
                        requestId,
                        INVALID_REQUEST,
                        "The MCP server was changed while the message came; nothing was done. Send"
                                + " it again.")
                : new ProtocolException(
                        404,
                        INVALID_REQUEST,
                        "The URL, or the API token beside it, has ended; nothing was done.");
    }

    /// The session has ended.
    void cancelAll(Session session) {
        for (var call : calls.entrySet()) {
            if (call.getKey().sessionId().equals(session.id())) {
                call.getValue().cancellation().cancel();
            }
        }
    }

    void cancel(Session session, JsonNode requestId) {
        var call = calls.get(new Key(session.id(), requestId));
        if (call != null) {
            call.cancellation().cancel();
        }
    }

    /// What was begun by a token that is no longer good ends.
    @EventListener
    void changed(ServerTokensChanged change) {
        for (var call : calls.values()) {
            if (call.serverId().equals(change.serverId())
                    && !change.goodGenerations().contains(call.tokenGeneration())) {
                call.cancellation().cancel();
            }
        }
    }

    @FunctionalInterface
    interface Entry extends AutoCloseable {

        @Override
        void close();
    }
}
