package dev.oktamcp.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.Databases;
import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.RunningServer;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/// Peers that send or read slowly, or not at all.
@TestInstance(Lifecycle.PER_CLASS)
class SlowPeerTests {

    private static final Duration QUICK = Duration.ofSeconds(1);
    private static final int MANY = 1_000;

    private final SimulatedOrg org = SimulatedOrg.start();
    private final RunningServer server =
            RunningServer.start(
                    Databases.H2.fresh(),
                    org,
                    "--server.tomcat.connection-timeout=1s",
                    "--okta-mcp.mcp.message-timeout=2s",
                    "--okta-mcp.mcp.messages-read=2",
                    "--okta-mcp.mcp.messages-per-minute=1000000");
    private final String url = server.servers().readOnly();

    @AfterAll
    void stop() {
        server.close();
        org.close();
    }

    private Socket connected() throws IOException {
        var socket = new Socket("localhost", URI.create(url).getPort());
        socket.setSoTimeout(10_000);
        return socket;
    }

    private Socket sending(String headers, String body) throws IOException {
        var socket = connected();
        var head =
                """
                POST %s HTTP/1.1
                Host: localhost
                Content-Type: application/json
                Accept: application/json, text/event-stream
                %s
                """
                        .formatted(URI.create(url).getPath(), headers);
        socket.getOutputStream()
                .write((head.replace("\n", "\r\n") + body).getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String read(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void aHeadThatDoesNotGoOnEndsItsConnection() throws IOException {
        try (var socket = connected()) {
            socket.getOutputStream()
                    .write("POST /mcp HTTP/1.1\r\nHost: loc".getBytes(StandardCharsets.US_ASCII));

            assertThat(read(socket)).doesNotContain("HTTP/1.1 200");
        }
    }

    @Test
    void aBodyThatDoesNotGoOnIsRefused() throws IOException {
        try (var socket = sending("Content-Length: 100\n", "{\"jsonrpc\"")) {
            assertThat(read(socket)).startsWith("HTTP/1.1 408");
        }
    }

    @Test
    void aBodyThatComesByteByByteIsRefused() throws Exception {
        try (var socket = sending("Content-Length: 100\n", "{")) {
            for (int i = 0; i < 25; i++) {
                Thread.sleep(100);
                socket.getOutputStream().write(' ');
            }
            assertThat(read(socket)).startsWith("HTTP/1.1 408").contains("too long to come");
        }
    }

    @Test
    void slowSendersHoldUpNobodyButTheirOwnServer() throws IOException {
        var other = RawClient.connected(server.servers().readOnly());
        var own = RawClient.connected(url);
        try (var first = sending("Content-Length: 100\n", "{");
                var second = sending("Content-Length: 100\n", "{")) {
            var began = System.nanoTime();
            assertThat(other.request("ping", "{}").has("result")).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(QUICK);

            read(first);
            read(second);
        }
        assertThat(own.request("ping", "{}").has("result")).isTrue();
    }

    @Test
    void whoReadsNothingHoldsUpNobodyAndIsCutOff() throws IOException {
        var other = RawClient.connected(url);
        try (var socket = connected()) {
            var sending = CompletableFuture.supplyAsync(() -> sent(socket));

            var began = System.nanoTime();
            for (int i = 0; i < 20; i++) {
                assertThat(other.request("ping", "{}").has("result")).isTrue();
            }
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(QUICK);
            assertThat(sending.join()).isLessThan(MANY);
        }
    }

    /// How many requests for the list of tools were taken of a client that reads no answer.
    private int sent(Socket socket) {
        var session = RawClient.of(url).initialize("{}").headers().firstValue("Mcp-Session-Id");
        var body = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}";
        var request =
                """
                POST %s HTTP/1.1
                Host: localhost
                Content-Type: application/json
                Accept: application/json, text/event-stream
                Mcp-Session-Id: %s
                Content-Length: %d

                """
                                .formatted(
                                        URI.create(url).getPath(),
                                        session.orElseThrow(),
                                        body.length())
                                .replace("\n", "\r\n")
                        + body;
        for (int i = 0; i < MANY; i++) {
            try {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                Thread.sleep(5);
            } catch (IOException | InterruptedException e) {
                return i;
            }
        }
        return MANY;
    }
}
