package dev.oktamcp.okta;

import dev.oktamcp.tool.Cancellation;
import dev.oktamcp.tool.Effect;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;

import reactor.core.publisher.Mono;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Sends a request to Okta and brings the answer back, or says what is known of its fate. The only
/// class that knows WebClient.
@Component
final class OktaGateway {

    private final WebClient client;
    private final Duration answerTimeout;
    private final int maxAnswer;

    OktaGateway(OktaProperties properties) {
        this.client =
                WebClient.builder()
                        .clientConnector(
                                new ReactorClientHttpConnector(OktaConnections.client(properties)))
                        .defaultHeader(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE)
                        .defaultHeader(HttpHeaders.USER_AGENT, "okta-mcp-server")
                        .build();
        this.answerTimeout = properties.answerTimeout();
        this.maxAnswer = Math.toIntExact(properties.maxAnswer().toBytes());
    }

    /// Sends the request of an operation.
    ///
    /// @param authorization the headers that say who we are
    /// @param timeLeft what remains for the whole call
    /// @throws dev.oktamcp.tool.ToolException where no answer came
    OktaResponse send(
            OktaRequest request,
            Map<String, String> authorization,
            Duration timeLeft,
            Cancellation cancellation) {
        var spec =
                client.method(HttpMethod.valueOf(request.operation().http()))
                        .uri(request.uri())
                        .headers(headers -> request.headers().forEach(headers::set))
                        .headers(headers -> authorization.forEach(headers::set));
        if (request.operation().response() == Operation.Response.TEXT) {
            spec.accept(MediaType.ALL);
        }
        var body = request.body();
        if (body != null) {
            spec.contentType(MediaType.parseMediaType(request.contentType())).bodyValue(body);
        }
        return answer(spec, request.operation(), timeLeft, cancellation);
    }

    /// Sends a form, which changes nothing in the org: a request for a token.
    ///
    /// @throws dev.oktamcp.tool.ToolException where no answer came
    OktaResponse post(
            URI uri,
            MultiValueMap<String, String> form,
            Map<String, String> headers,
            Duration timeLeft,
            Cancellation cancellation) {
        var spec = client.post().uri(uri).headers(all -> headers.forEach(all::set));
        spec.body(BodyInserters.fromFormData(form));
        return answer(spec, null, timeLeft, cancellation);
    }

    /// @param operation null for what is none of Okta's operations
    private OktaResponse answer(
            WebClient.RequestHeadersSpec<?> spec,
            @Nullable Operation operation,
            Duration timeLeft,
            Cancellation cancellation) {
        if (cancellation.cancelled()) {
            throw LostAnswers.cancelled(Effect.READ);
        }
        if (!timeLeft.isPositive()) {
            throw LostAnswers.late(Effect.READ, null);
        }
        var time = timeLeft.compareTo(answerTimeout) < 0 ? timeLeft : answerTimeout;
        var streams = operation != null && operation.lists();
        var bodies =
                new AnswerBodies(
                        streams, maxAnswer, System.nanoTime() + time.toNanos(), cancellation);
        var answer = exchange(spec, bodies).toFuture();
        var effect = operation == null ? Effect.READ : operation.facts().effect();
        try (var _ = cancellation.onCancel(() -> answer.cancel(true))) {
            return await(answer, time, effect);
        }
    }

    private static OktaResponse await(
            CompletableFuture<OktaResponse> answer, Duration time, Effect effect) {
        try {
            return answer.get(Math.max(1, time.toMillis()), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw LostAnswers.late(effect, e);
        } catch (CancellationException e) {
            throw LostAnswers.cancelled(effect);
        } catch (ExecutionException e) {
            throw LostAnswers.broken(effect, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LostAnswers.late(effect, e);
        }
    }

    /// Whatever its status is, an answer is an answer.
    private static Mono<OktaResponse> exchange(
            WebClient.RequestHeadersSpec<?> spec, AnswerBodies bodies) {
        return spec.retrieve()
                .onStatus(status -> true, response -> Mono.empty())
                .toEntityFlux(BodyExtractors.toDataBuffers())
                .flatMap(bodies::response);
    }
}
