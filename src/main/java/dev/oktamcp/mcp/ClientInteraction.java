package dev.oktamcp.mcp;

import dev.oktamcp.tool.Cancellation;
import dev.oktamcp.tool.Interaction;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// What a call over HTTP can do with its client.
final class ClientInteraction implements Interaction {

    private final Session session;
    private final Reply reply;
    private final Questions questions;
    private final @Nullable JsonNode progressToken;
    private final Cancellation cancellation = new Cancellation();

    /// @param progressToken what the client wants progress to be told under; null where it does not
    ClientInteraction(
            Session session, Reply reply, Questions questions, @Nullable JsonNode progressToken) {
        this.session = session;
        this.reply = reply;
        this.questions = questions;
        this.progressToken = progressToken;
    }

    @Override
    public Answer ask(String question) {
        return session.elicits()
                ? questions.ask(question, session, reply, cancellation)
                : Answer.CANNOT_ASK;
    }

    @Override
    public void progress(double done, @Nullable Double total, String message) {
        if (progressToken == null) {
            return;
        }
        var params = JsonNodeFactory.instance.objectNode();
        params.set("progressToken", progressToken);
        params.put("progress", done);
        if (total != null) {
            params.put("total", total);
        }
        params.put("message", message);
        reply.send(Replies.notification("notifications/progress", params));
    }

    @Override
    public Cancellation cancellation() {
        return cancellation;
    }
}
