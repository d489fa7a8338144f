package dev.oktamcp.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.Databases;
import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.RawRequest;
import dev.oktamcp.fixture.RunningServer;
import dev.oktamcp.simulation.SimulatedOrg;

import org.awaitility.Awaitility;
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
    private static final String LIST = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}";

    private final SimulatedOrg org = SimulatedOrg.start();
    private final RunningServer server =
            RunningServer.start(
                    Databases.H2.fresh(),
                    org,
                    "--server.tomcat.connection-timeout=3s",
                    "--okta-mcp.mcp.keep-alive=500ms",
                    "--okta-mcp.mcp.message-timeout=4s",
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
                Thread.sleep(200);
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

    /// Its replies wait in a few places; then nothing more is taken, and at last it is cut off.
    @Test
    void whoReadsNothingOfItsOneStreamIsBoundedAndCutOff() throws IOException {
        try (var socket = connected()) {
            var client = RawClient.of(URI.create(url).resolve(endpoint(socket)).toString());

            assertThat(untilRefused(client)).isEqualTo(429);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> client.post(LIST).statusCode() == 404);
        }
    }

    private String endpoint(Socket socket) throws IOException {
        var head =
                """
                GET %s/sse HTTP/1.1
                Host: localhost
                Accept: text/event-stream

                """
                        .formatted(URI.create(url).getPath());
        socket.getOutputStream()
                .write(head.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
        var read = new StringBuilder();
        while (!read.toString().matches("(?s).*data: .*\n\n.*")) {
            read.append((char) socket.getInputStream().read());
        }
        return read.substring(read.indexOf("data: ") + 6).strip();
    }

    private static int untilRefused(RawClient client) {
        for (int i = 0; i < MANY; i++) {
            var status = client.post(LIST).statusCode();
            if (status != 202) {
                return status;
            }
        }
        return 202;
    }

    /// How many requests for the list of tools were taken of a client that reads no answer.
    private int sent(Socket socket) {
        var session = RawClient.of(url).initialize("{}").headers().firstValue("Mcp-Session-Id");
        var header = "Mcp-Session-Id: %s\n".formatted(session.orElseThrow());
        var request = RawRequest.message(url, header, LIST);
        for (int i = 0; i < MANY; i++) {
            try {
                socket.getOutputStream().write(request);
                Thread.sleep(5);
            } catch (IOException | InterruptedException e) {
                return i;
            }
        }
        return MANY;
    }
}
