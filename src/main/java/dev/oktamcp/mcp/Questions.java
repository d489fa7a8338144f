package dev.oktamcp.mcp;

import dev.oktamcp.tool.Cancellation;
import dev.oktamcp.tool.InputRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import tools.jackson.databind.node.ObjectNode;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Questions to clients that are open now. Only the session that was asked can answer.
@Component
final class Questions {

    /// A machine that was asleep has not counted the time: the clock is looked at this often.
    private static final Duration LONGEST_LOOK = Duration.ofMillis(250);

    private record Key(String sessionId, String questionId) {}

    private final Map<Key, CompletableFuture<Optional<ObjectNode>>> open =
            new ConcurrentHashMap<>();
    private final QuestionIds ids;
    private final McpProperties properties;
    private final Clock clock;

    Questions(QuestionIds ids, McpProperties properties, Clock clock) {
        this.ids = ids;
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
        Runnable lapse = () -> answers.values().forEach(a -> a.complete(Optional.empty()));
        try {
            requests.forEach((name, request) ->
                    answers.put(name, put(ids.create(session, lapses), request, session, reply)));
            reply.whenLost(lapse);
            return given(answers, lapses, cancellation.onCancel(lapse));
        } finally {
            lapse.run();
            open.values().removeIf(CompletableFuture::isDone);
        }
    }

    private Map<String, ObjectNode> given(
            Map<String, CompletableFuture<Optional<ObjectNode>>> answers,
            Instant lapses,
            Cancellation.Registration registration) {
        try (registration) {
            var given = new LinkedHashMap<String, ObjectNode>();
            answers.forEach(
                    (name, answer) -> await(answer, lapses).ifPresent(a -> given.put(name, a)));
            return given;
        }
    }

    private CompletableFuture<Optional<ObjectNode>> put(
            String id, InputRequest request, Session session, Reply reply) {
        var answer = new CompletableFuture<Optional<ObjectNode>>();
        open.put(new Key(session.id(), id), answer);
        var params = Inputs.params(request, session.version());
        reply.send(Replies.request(id, Inputs.method(request.kind()), params));
        return answer;
    }

    private Optional<ObjectNode> await(
            CompletableFuture<Optional<ObjectNode>> answer, Instant lapses) {
        try {
            while (clock.instant().isBefore(lapses)) {
                var left = Duration.between(clock.instant(), lapses).toMillis();
                var given = within(answer, Math.clamp(left, 0, LONGEST_LOOK.toMillis()));
                if (given.isPresent()) {
                    return clock.instant().isBefore(lapses) ? given.get() : Optional.empty();
                }
            }
        } catch (InterruptedException | ExecutionException e) {
            // no answer either
        }
        answer.complete(Optional.empty());
        return Optional.empty();
    }

    private static Optional<Optional<ObjectNode>> within(
            CompletableFuture<Optional<ObjectNode>> answer, long millis)
            throws InterruptedException, ExecutionException {
        try {
            return Optional.of(answer.get(millis, TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        }
    }

    /// The ids of the questions to a session that are open here.
    List<String> of(String sessionId) {
        return open.keySet().stream()
                .filter(key -> key.sessionId().equals(sessionId))
                .map(Key::questionId)
                .toList();
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    /// @param result null where the client answered with an error
    /// @return whether there is such a question here
    boolean answered(String sessionId, String questionId, @Nullable ObjectNode result) {
        var answer = open.get(new Key(sessionId, questionId));
        if (answer == null) {
            return false;
        }
        answer.complete(Optional.ofNullable(result));
        return true;
    }

    /// A server that stops does not wait for people.
    @EventListener(ContextClosedEvent.class)
    void stop() {
        open.values().forEach(answer -> answer.complete(Optional.empty()));
    }
}
