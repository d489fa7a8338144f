package dev.oktamcp.mcp;

import dev.oktamcp.tool.Caller;
import dev.oktamcp.tool.Cancellation;
import dev.oktamcp.tool.Interaction;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One request on its way to its reply, in whichever era.
///
/// @param caller with the name of its client
/// @param session null where there is none
/// @param connection null where it doesn't matter whether the client has hung up, or can't be seen
record Exchange(
        Message.Request request,
        Caller caller,
        @Nullable Session session,
        Reply reply,
        Interaction interaction,
        Envelope envelope,
        @Nullable ClientConnection connection) {

    /// What tells calls apart: two clients without sessions may use the same ids.
    record Key(String sessionId, JsonNode requestId) {}

    Object key() {
        return session == null ? new Object() : new Key(session.id(), request.id());
    }

    /// @throws IllegalStateException where there is none
    Session sessionOrThrow() {
        if (session == null) {
            throw new IllegalStateException("This era has no sessions");
        }
        return session;
    }

    /// Whether this era's answers can have links to resources (since 2025-06-18).
    boolean knowsLinks() {
        return session == null || session.version().compareTo("2025-06-18") >= 0;
    }

    boolean isOf(String sessionId) {
        return session != null && session.id().equals(sessionId);
    }

    Cancellation cancellation() {
        return interaction.cancellation();
    }

    ObjectNode params() {
        return request.params();
    }

    /// Ends it with a result.
    void finish(ObjectNode result) {
        reply.finish(Replies.result(request.id(), envelope.complete(result)));
    }
}
