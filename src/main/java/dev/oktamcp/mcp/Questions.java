package dev.oktamcp.mcp;

import dev.oktamcp.tool.Cancellation;
import dev.oktamcp.tool.InputRequest;

import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import tools.jackson.databind.node.ObjectNode;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Questions to clients that are open now. Only the session that was asked can answer.
@Component
final class Questions {

    private record Key(String sessionId, String questionId) {}

    private final Map<Key, CompletableFuture<Optional<ObjectNode>>> open =
            new ConcurrentHashMap<>();
    private final McpProperties properties;
    private final Clock clock;

    Questions(McpProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    /// Asks over the reply of the call that wants to know, and waits. What is not answered in time
    /// is missing in what comes back.
    Map<String, ObjectNode> ask(
            Map<String, InputRequest> requests,
            Session session,
            Reply reply,
            Cancellation cancellation) {
        var lapses = clock.instant().plus(properties.questionLapsesAfter());
        var answers = new LinkedHashMap<String, CompletableFuture<Optional<ObjectNode>>>();
        requests.forEach((name, request) -> answers.put(name, put(request, session, reply)));
        Runnable lapse = () -> answers.values().forEach(a -> a.complete(Optional.empty()));
        try (var _ = cancellation.onCancel(lapse)) {
            var given = new LinkedHashMap<String, ObjectNode>();
            answers.forEach(
                    (name, answer) -> await(answer, lapses).ifPresent(a -> given.put(name, a)));
            return given;
        } finally {
            open.values().removeIf(CompletableFuture::isDone);
        }
    }

    private CompletableFuture<Optional<ObjectNode>> put(
            InputRequest request, Session session, Reply reply) {
        var id = UUID.randomUUID().toString();
        var answer = new CompletableFuture<Optional<ObjectNode>>();
        open.put(new Key(session.id(), id), answer);
        var params = Inputs.params(request, session.version());
        reply.send(Replies.request(id, Inputs.method(request.kind()), params));
        return answer;
    }

    private Optional<ObjectNode> await(
            CompletableFuture<Optional<ObjectNode>> answer, Instant lapses) {
        try {
            var left = Duration.between(clock.instant(), lapses).toMillis();
            return answer.get(Math.max(0, left), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | InterruptedException | ExecutionException e) {
            answer.complete(Optional.empty());
            return Optional.empty();
        }
    }

    void answered(Message.Response response, Session session) {
        var answer = open.get(new Key(session.id(), response.id().asString("")));
        if (answer != null) {
            answer.complete(Optional.ofNullable(response.result()));
        }
    }

    /// A server that stops does not wait for people.
    @EventListener(ContextClosedEvent.class)
    void stop() {
        open.values().forEach(answer -> answer.complete(Optional.empty()));
    }
}
