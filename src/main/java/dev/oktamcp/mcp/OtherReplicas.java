package dev.oktamcp.mcp;

import static dev.oktamcp.mcp.ProtocolException.INVALID_REQUEST;

import dev.oktamcp.store.RevisionWatch;
import dev.oktamcp.store.SessionMessageTable;
import dev.oktamcp.tool.Caller;
import dev.oktamcp.tool.Sha256;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Brings what a client sent here to the replica where it is waited for: the answer to a question,
/// or that a call is taken back. A replica on which nothing waits asks for nothing.
@Component
class OtherReplicas {

    static final int LARGEST_ANSWER = 64 << 10;

    private static final String RESULT = "result";

    private enum Kind {
        ANSWER,
        CANCELLATION
    }

    private final Questions questions;
    private final QuestionIds questionIds;
    private final CallsInProgress calls;
    private final SessionMessages messages;
    private final JsonMapper json;

    OtherReplicas(
            Questions questions,
            QuestionIds questionIds,
            CallsInProgress calls,
            SessionMessages messages,
            JsonMapper json) {
        this.questions = questions;
        this.questionIds = questionIds;
        this.calls = calls;
        this.messages = messages;
        this.json = json;
    }

    /// Passes an answer on, if anybody asked.
    ///
    /// @throws ProtocolException 413 where it is too large, 429 where too much waits already
    void answered(Message.Response answer, Session session, Caller caller) {
        if (!questionIds.mayBeOpen(answer.id().asString(""), session)) {
            return;
        }
        var content = json.createObjectNode();
        content.set(RESULT, answer.result());
        var bytes = json.writeValueAsBytes(content);
        if (bytes.length > LARGEST_ANSWER) {
            throw new ProtocolException(
                    413,
                    INVALID_REQUEST,
                    "The answer is too large to be passed on to where it was asked for: give one"
                            + " of %d bytes at most.".formatted(LARGEST_ANSWER));
        }
        if (!put(Kind.ANSWER, answer.id(), bytes, session, caller)) {
            throw new ProtocolException(
                    429,
                    INVALID_REQUEST,
                    "Too many answers that came here wait for other replicas. Try again in a"
                            + " little while.");
        }
    }

    /// Passes it on where there is room. Nobody waits to hear of it, and as a rule the call has
    /// ended by itself (2025-11-25, Cancellation, Error Handling).
    void cancelled(JsonNode requestId, Session session, Caller caller) {
        if (requestId.isString() || requestId.isIntegralNumber()) {
            var _ = put(Kind.CANCELLATION, requestId, new byte[0], session, caller);
        }
    }

    private boolean put(
            Kind kind, JsonNode requestId, byte[] content, Session session, Caller caller) {
        var id = id(kind, session.id(), requestId);
        return messages.put(kind.name(), id, content, session, caller);
    }

    @EventListener
    void moved(RevisionWatch.SessionsMoved moved) {
        if (questions.isEmpty() && calls.all().isEmpty()) {
            return;
        }
        for (var message : messages.after(moved.from())) {
            answer(message);
            cancel(message);
        }
    }

    private void answer(SessionMessageTable.Address message) {
        var session = message.sessionId();
        for (var question : questions.of(session)) {
            var id = JsonNodeFactory.instance.stringNode(question);
            if (message.id().equals(id(Kind.ANSWER, session, id))) {
                messages.take(message.id())
                        .ifPresent(bytes -> questions.answered(session, question, result(bytes)));
            }
        }
    }

    private @Nullable ObjectNode result(byte[] content) {
        return json.readTree(content).get(RESULT) instanceof ObjectNode result ? result : null;
    }

    private void cancel(SessionMessageTable.Address message) {
        var session = message.sessionId();
        for (var call : calls.of(session)) {
            if (message.id().equals(id(Kind.CANCELLATION, session, call))) {
                messages.take(message.id()).ifPresent(_ -> calls.cancel(session, call));
            }
        }
    }

    /// Tells nobody what it is made of: a client may write into an id whatever it likes.
    private static String id(Kind kind, String sessionId, JsonNode requestId) {
        var text = "%s|%s|%s".formatted(kind, sessionId, requestId);
        return HexFormat.of().formatHex(Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
    }
}
