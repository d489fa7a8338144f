package dev.oktamcp.mcp;

import static dev.oktamcp.mcp.ProtocolException.METHOD_NOT_FOUND;

import dev.oktamcp.tool.AccessCheck;
import dev.oktamcp.tool.Caller;
import dev.oktamcp.tool.Cancellation;
import dev.oktamcp.tool.FailureCode;
import dev.oktamcp.tool.InputRequest;
import dev.oktamcp.tool.PlainText;
import dev.oktamcp.tool.ToolException;
import dev.oktamcp.tool.ToolResult;

import org.springframework.stereotype.Component;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.Map;

/// What a session can ask for and be told, over whichever transport.
@Component
final class SessionMethods {

    private static final int LONGEST_METHOD = 60;

    private final Sessions sessions;
    private final SessionState state;
    private final ServerMethods methods;
    private final ServerDescription description;
    private final CallsInProgress inProgress;
    private final Questions questions;
    private final OtherReplicas otherReplicas;
    private final EdgeLimits limits;

    SessionMethods(
            Sessions sessions,
            SessionState state,
            ServerMethods methods,
            ServerDescription description,
            CallsInProgress inProgress,
            Questions questions,
            OtherReplicas otherReplicas,
            EdgeLimits limits) {
        this.sessions = sessions;
        this.state = state;
        this.methods = methods;
        this.description = description;
        this.inProgress = inProgress;
        this.questions = questions;
        this.otherReplicas = otherReplicas;
        this.limits = limits;
    }

    /// Begins a session of this version, by `initialize`.
    Session begin(Message.Request initialize, Caller caller, String version) {
        limits.newSession(caller);
        return sessions.create(initialize.params(), version);
    }

    /// Answers `initialize`.
    void welcome(Message.Request initialize, Session session, Caller caller, Reply reply) {
        var result =
                JsonNodeFactory.instance.objectNode().put("protocolVersion", session.version());
        result.set("capabilities", description.capabilities());
        result.set("serverInfo", description.info());
        result.put("instructions", description.instructions(caller));
        reply.finish(Replies.result(initialize.id(), result));
    }

    void answer(Message.Request request, Session session, Caller caller, Reply reply) {
        Guard.answering(request, reply, () -> answer(exchange(request, session, caller, reply)));
    }

    private Exchange exchange(
            Message.Request request, Session session, Caller caller, Reply reply) {
        var notices =
                new Notices(
                        reply,
                        RequestMeta.progressToken(request.params()),
                        state.logLevel(session));
        Asker asker = (asked, stop) -> answers(asked, session, caller, reply, stop);
        return new Exchange(
                request,
                caller.by(session.client().name()),
                session,
                reply,
                new ClientInteraction(session.client(), notices, asker),
                SessionEnvelope.INSTANCE,
                null);
    }

    /// While a question is open, what its caller may do can change: an answer counts for what was
    /// asked then, and is good only where that still holds.
    private Map<String, ObjectNode> answers(
            Map<String, InputRequest> asked,
            Session session,
            Caller caller,
            Reply reply,
            Cancellation stop) {
        var answers = questions.ask(asked, session, reply, stop);
        if (inProgress.finding(caller) != AccessCheck.Finding.GOOD) {
            throw new ToolException(
                    ToolResult.Failure.of(
                            FailureCode.REFUSED,
                            "Nothing was done: the MCP server was changed, or has ended, while the"
                                    + " question was open. Call the tool again."));
        }
        return answers;
    }

    private void answer(Exchange exchange) {
        var params = exchange.params();
        var session = exchange.sessionOrThrow();
        switch (exchange.request().method()) {
            case "ping" -> exchange.finish(empty());
            case "logging/setLevel" -> {
                state.logLevel(session, RequestMeta.logLevelOf(params.path("level")));
                exchange.finish(empty());
            }
            case "resources/subscribe" -> subscribe(exchange, true);
            case "resources/unsubscribe" -> subscribe(exchange, false);
            default -> {
                if (!methods.answer(exchange)) {
                    throw unknown(exchange.request());
                }
            }
        }
    }

    private void subscribe(Exchange exchange, boolean on) {
        if (!description.capabilities().has("resources")) {
            throw unknown(exchange.request());
        }
        var uri = Resources.toHearOf(exchange.params().path("uri"));
        state.subscribe(exchange.sessionOrThrow(), uri, on);
        exchange.finish(empty());
    }

    /// A notification, or the answer to a question; of a call here, or at another replica.
    ///
    /// @throws ProtocolException where it is for another one, and too much or too large
    void take(Message message, Session session, Caller caller) {
        switch (message) {
            case Message.Response answer -> answered(answer, session, caller);
            case Message.Notification notification -> noted(notification, session, caller);
            case Message.Request request -> throw new IllegalArgumentException("It has a reply");
        }
    }

    private void answered(Message.Response answer, Session session, Caller caller) {
        var id = answer.id().asString("");
        if (!questions.answered(session.id(), id, answer.result())) {
            otherReplicas.answered(answer, session, caller);
        }
    }

    private void noted(Message.Notification notification, Session session, Caller caller) {
        var requestId = notification.params().get("requestId");
        if ("notifications/cancelled".equals(notification.method())
                && requestId != null
                && !inProgress.cancel(session.id(), requestId)) {
            otherReplicas.cancelled(requestId, session, caller);
        }
    }

    private static ProtocolException unknown(Message.Request request) {
        return new ProtocolException(
                200,
                METHOD_NOT_FOUND,
                "Unknown method: " + PlainText.of(request.method(), LONGEST_METHOD));
    }

    private static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }
}
