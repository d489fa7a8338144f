package dev.oktamcp.okta;

import dev.oktamcp.tool.Cancellation;
import dev.oktamcp.tool.Effect;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.JdkClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;

import reactor.core.publisher.Mono;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Sends a request to Okta and brings the answer back, or says what is known of its fate. The only
/// class that knows WebClient. No redirect is followed.
@Component
final class OktaGateway {

    private final WebClient client;
    private final Duration answerTimeout;

    OktaGateway(OktaProperties properties) {
        var http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(properties.connectTimeout())
                        .executor(Executors.newVirtualThreadPerTaskExecutor())
                        .build();
        this.client =
                WebClient.builder()
                        .clientConnector(new JdkClientHttpConnector(http))
                        .codecs(c ->
                                c.defaultCodecs()
                                        .maxInMemorySize((int) properties.maxAnswer().toBytes()))
                        .defaultHeader(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE)
                        .defaultHeader(HttpHeaders.USER_AGENT, "okta-mcp-server")
                        .build();
        this.answerTimeout = properties.answerTimeout();
    }

    /// @param timeLeft what remains for the whole call
    /// @throws dev.oktamcp.tool.ToolException where no answer came
    OktaResponse send(OktaRequest request, Org org, Duration timeLeft, Cancellation cancellation) {
        var effect = request.operation().facts().effect();
        if (cancellation.cancelled()) {
            throw LostAnswers.cancelled(Effect.READ);
        }
        if (!timeLeft.isPositive()) {
            throw LostAnswers.late(Effect.READ, null);
        }
        var time = timeLeft.compareTo(answerTimeout) < 0 ? timeLeft : answerTimeout;
        var answer = exchange(request, org).toFuture();
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

    private Mono<OktaResponse> exchange(OktaRequest request, Org org) {
        var spec =
                client.method(HttpMethod.valueOf(request.operation().http()))
                        .uri(request.uri())
                        .headers(headers -> request.headers().forEach(headers::set))
                        .header(HttpHeaders.AUTHORIZATION, authorization(org.credentials()));
        var body = request.body();
        if (body != null) {
            spec.contentType(MediaType.APPLICATION_JSON).bodyValue(body);
        }
        return spec.exchangeToMono(response ->
                response.bodyToMono(byte[].class)
                        .defaultIfEmpty(new byte[0])
                        .map(bytes ->
                                new OktaResponse(
                                        response.statusCode().value(),
                                        response.headers().asHttpHeaders(),
                                        bytes)));
    }

    private static String authorization(Credentials credentials) {
        return switch (credentials) {
            case Credentials.ApiToken(var token) -> "SSWS " + token;
        };
    }
}
