package dev.oktamcp.mcp;

import dev.oktamcp.tool.Cancellation;
import dev.oktamcp.tool.Interaction.Answer;

import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Questions to users that are open now. Only the session that was asked can answer.
@Component
final class Questions {

    private static final Duration KEEP_ALIVE = Duration.ofSeconds(20);

    private record Key(String sessionId, String questionId) {}

    private final Map<Key, CompletableFuture<Answer>> open = new ConcurrentHashMap<>();
    private final McpProperties properties;
    private final Clock clock;

    Questions(McpProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    /// Asks over the reply of the call that wants to know, and waits.
    Answer ask(String question, Session session, Reply reply, Cancellation cancellation) {
        var key = new Key(session.id(), UUID.randomUUID().toString());
        var answer = new CompletableFuture<Answer>();
        open.put(key, answer);
        try (var _ = cancellation.onCancel(() -> answer.complete(Answer.LAPSED))) {
            reply.send(
                    Replies.request(
                            key.questionId(), "elicitation/create", form(question, session)));
            return await(answer, reply);
        } finally {
            open.remove(key);
        }
    }

    /// A form without fields: accepting it is the yes.
    private static ObjectNode form(String question, Session session) {
        var params = JsonNodeFactory.instance.objectNode();
        if (session.version().equals(ProtocolVersions.V2025_11_25)) {
            params.put("mode", "form");
        }
        params.put("message", question);
        params.putObject("requestedSchema").put("type", "object").putObject("properties");
        return params;
    }

    private Answer await(CompletableFuture<Answer> answer, Reply reply) {
        var lapses = clock.instant().plus(properties.questionLapsesAfter());
        for (var left = leftUntil(lapses); left.isPositive(); left = leftUntil(lapses)) {
            var step = left.compareTo(KEEP_ALIVE) < 0 ? left : KEEP_ALIVE;
            try {
                return answer.get(step.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                reply.keepAlive();
            } catch (InterruptedException | ExecutionException e) {
                return Answer.LAPSED;
            }
        }
        return Answer.LAPSED;
    }

    private Duration leftUntil(Instant time) {
        return Duration.between(clock.instant(), time);
    }

    void answered(Message.Response response, Session session) {
        var answer = open.get(new Key(session.id(), response.id().asString("")));
        if (answer != null) {
            answer.complete(read(response));
        }
    }

    private static Answer read(Message.Response response) {
        var result = response.result();
        return switch (result == null ? "" : result.path("action").asString("")) {
            case "accept" -> Answer.YES;
            case "decline", "cancel" -> Answer.NO;
            default -> Answer.LAPSED;
        };
    }

    /// A server that stops does not wait for people.
    @EventListener(ContextClosedEvent.class)
    void stop() {
        open.values().forEach(answer -> answer.complete(Answer.LAPSED));
    }
}
