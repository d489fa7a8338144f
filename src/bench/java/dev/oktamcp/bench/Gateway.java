package dev.oktamcp.bench;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;

import java.net.URI;
import java.util.concurrent.CompletableFuture;

/// The code path of the product's gateway, with a choice of connector.
final class Gateway {

    private static final int MAX_ANSWER = 8 * 1024 * 1024;

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Answer(int status, HttpHeaders headers, byte[] body) {}

    private final WebClient client;

    Gateway(Connector connector) {
        this.client =
                WebClient.builder()
                        .clientConnector(connector.make())
                        .codecs(c -> c.defaultCodecs().maxInMemorySize(MAX_ANSWER))
                        .defaultHeader(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE)
                        .defaultHeader(HttpHeaders.USER_AGENT, "okta-mcp-server")
                        .build();
    }

    /// @param body empty for none
    CompletableFuture<Answer> send(String method, URI uri, String body) {
        var spec =
                client.method(HttpMethod.valueOf(method))
                        .uri(uri)
                        .headers(headers -> headers.set("Authorization", "SSWS bench"));
        if (!body.isEmpty()) {
            spec.contentType(MediaType.APPLICATION_JSON).bodyValue(body);
        }
        return spec.exchangeToMono(response ->
                        response.bodyToMono(byte[].class)
                                .defaultIfEmpty(new byte[0])
                                .map(bytes ->
                                        new Answer(
                                                response.statusCode().value(),
                                                response.headers().asHttpHeaders(),
                                                bytes)))
                .toFuture();
    }
}
