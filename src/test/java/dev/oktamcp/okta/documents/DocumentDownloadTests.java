package dev.oktamcp.okta.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Documents behind a URL.
class DocumentDownloadTests {

    private final HttpServer server =
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch end = new CountDownLatch(1);

    DocumentDownloadTests() throws IOException {
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private String url(String path) {
        return "http://localhost:%d%s".formatted(server.getAddress().getPort(), path);
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        answer(exchange, 302, "");
    }

    private static String refusal(String url) {
        return refusal(DocumentPlace.of(url));
    }

    private static String refusal(DocumentPlace place) {
        var reason = new String[1];
        assertThatExceptionOfType(DocumentRefusal.class)
                .isThrownBy(place::read)
                .satisfies(e -> reason[0] = e.why());
        return reason[0];
    }

    @Test
    void sendsUserAndQueryButShowsNeither() {
        server.createContext(
                "/d.yaml",
                exchange ->
                        answer(
                                exchange,
                                200,
                                exchange.getRequestURI().getQuery()
                                        + exchange.getRequestHeaders().get("Authorization")));

        var place = DocumentPlace.of(url("/d.yaml?key=canary").replace("//", "//me:canary@"));

        assertThat(new String(place.read(), StandardCharsets.UTF_8))
                .isEqualTo("key=canary[Basic bWU6Y2FuYXJ5]");
        assertThat(place.toString()).isEqualTo(url("/d.yaml"));
    }

    @Test
    void followsARedirectToTheSameHostAlone() {
        server.createContext("/moved", exchange -> redirect(exchange, "/here"));
        server.createContext("/here", exchange -> answer(exchange, 200, "x"));
        server.createContext(
                "/away", exchange -> redirect(exchange, "https://me:canary@evil.example/x?canary"));
        server.createContext(
                "/near",
                exchange ->
                        redirect(exchange, "http://127.0.0.1:" + server.getAddress().getPort()));
        server.createContext("/port", exchange -> redirect(exchange, "http://localhost:1/"));
        server.createContext("/round", exchange -> redirect(exchange, "/round"));

        assertThat(DocumentPlace.of(url("/moved")).read()).containsExactly('x');
        assertThat(refusal(url("/away"))).isEqualTo("leads elsewhere, to https://evil.example/x");
        assertThat(refusal(url("/near"))).startsWith("leads elsewhere, to http://127.0.0.1:");
        assertThat(refusal(url("/port"))).isEqualTo("leads elsewhere, to http://localhost:1/");
        assertThat(refusal(url("/round"))).isEqualTo("leads in circles");
    }

    @Test
    void saysWhatTheAnswerWas() {
        assertThat(refusal(url("/none"))).isEqualTo("is not there: the answer is 404");
    }

    @Test
    void readsNoMoreThanItShould() {
        server.createContext(
                "/large",
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    try (var body = exchange.getResponseBody()) {
                        for (int i = 0; i < 100; i++) {
                            body.write(new byte[1024 * 1024]);
                        }
                    }
                });

        assertThat(refusal(url("/large"))).isEqualTo("is larger than 32 MB");
    }

    @Test
    @Timeout(20)
    void waitsNoLongerThanItShould() {
        server.createContext(
                "/slow",
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write(1);
                    exchange.getResponseBody().flush();
                    await();
                    exchange.close();
                });

        assertThat(refusal(new WebPlace(URI.create(url("/slow")), Duration.ofSeconds(1))))
                .isEqualTo("took longer than 1 s");
    }

    private void await() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void saysThatNobodyIsThere() {
        server.stop(0);

        assertThat(refusal(url("/d.yaml"))).isEqualTo("can't be connected to");
    }
}
