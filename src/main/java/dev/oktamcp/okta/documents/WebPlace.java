package dev.oktamcp.okta.documents;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLException;

/// A document behind a URL. User and query of the URL are sent, but never shown.
///
/// @param time for all of it
record WebPlace(URI uri, Duration time) implements DocumentPlace {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final int MOST_REDIRECTS = 5;

    WebPlace(URI uri) {
        this(uri, Duration.ofSeconds(60));
    }

    @Override
    public byte[] read() {
        try (var worker = Executors.newVirtualThreadPerTaskExecutor()) {
            var document = worker.submit(this::fetched);
            try {
                return document.get(time.toMillis(), TimeUnit.MILLISECONDS);
            } finally {
                document.cancel(true);
            }
        } catch (TimeoutException e) {
            throw new DocumentRefusal("took longer than %d s".formatted(time.toSeconds()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DocumentRefusal("was not read to its end", e);
        } catch (ExecutionException e) {
            throw refusal(Objects.requireNonNullElse(e.getCause(), e));
        }
    }

    private static DocumentRefusal refusal(Throwable cause) {
        return switch (cause) {
            case DocumentRefusal refusal -> refusal;
            case HttpConnectTimeoutException e ->
                    new DocumentRefusal(
                            "could not be connected to in %d s".formatted(CONNECT.toSeconds()), e);
            case ConnectException e -> new DocumentRefusal("can't be connected to", e);
            case SSLException e ->
                    new DocumentRefusal(
                            "has no certificate that is trusted here: " + e.getMessage(), e);
            default ->
                    new DocumentRefusal(
                            "can't be read: " + cause.getClass().getSimpleName(), cause);
        };
    }

    private byte[] fetched() throws IOException, InterruptedException {
        try (var client =
                HttpClient.newBuilder()
                        .connectTimeout(CONNECT)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build()) {
            var next = uri;
            for (int i = 0; i <= MOST_REDIRECTS; i++) {
                var response =
                        client.send(request(next), HttpResponse.BodyHandlers.ofInputStream());
                if (!redirects(response)) {
                    return body(response);
                }
                response.body().close();
                next = target(next, response);
            }
            throw new DocumentRefusal("leads in circles");
        }
    }

    private HttpRequest request(URI address) {
        var request = HttpRequest.newBuilder(address).header("Accept", "*/*");
        var user = uri.getUserInfo();
        if (user != null) {
            var basic = Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
            request.header("Authorization", "Basic " + basic);
        }
        return request.build();
    }

    private static boolean redirects(HttpResponse<?> response) {
        return response.statusCode() / 100 == 3
                && response.headers().firstValue("Location").isPresent();
    }

    /// Only to the same host: what the operator trusts is an address, not whoever stands behind it.
    private static URI target(URI from, HttpResponse<?> response) {
        var to = resolved(from, response.headers().firstValue("Location").orElse(""));
        if (!Objects.equals(from.getScheme(), to.getScheme())
                || !from.getHost().equalsIgnoreCase(to.getHost())
                || from.getPort() != to.getPort()) {
            throw new DocumentRefusal("leads elsewhere, to " + shown(to));
        }
        return to;
    }

    private static URI resolved(URI from, String location) {
        try {
            return from.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new DocumentRefusal("leads to what is no URL", e);
        }
    }

    private static byte[] body(HttpResponse<InputStream> response) throws IOException {
        try (var body = response.body()) {
            if (response.statusCode() != 200) {
                throw new DocumentRefusal(
                        "is not there: the answer is %d".formatted(response.statusCode()));
            }
            var bytes = body.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new DocumentRefusal("is larger than 32 MB");
            }
            return bytes;
        }
    }

    private static String shown(URI uri) {
        var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return DocumentRefusal.shown(
                uri.getScheme() + "://" + uri.getHost() + port + uri.getRawPath());
    }

    @Override
    public String toString() {
        return shown(uri);
    }
}
