package dev.oktamcp.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.Databases;
import dev.oktamcp.fixture.OpenStream;
import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.RunningServer;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/// Many streams at a time, and much on one stream.
class ManyStreamsTests {

    private static final int IDLE = 2_000;
    private static final int REPLIES = 1_000;
    private static final int SENDERS = 32;

    /// Of which Tomcat has two thirds, in its buffers, and the stack of the thread most of the
    /// rest.
    private static final long MOST_BYTES = 192 << 10;

    private static final Duration QUICK = Duration.ofSeconds(1);

    private final SimulatedOrg org = SimulatedOrg.start();
    private final RunningServer server =
            RunningServer.start(
                    Databases.H2.fresh(),
                    org,
                    "--okta-mcp.mcp.streams=" + IDLE,
                    "--okta-mcp.mcp.messages-per-minute=1000000",
                    "--okta-mcp.mcp.sessions-per-minute=1000000");
    private final String url = server.servers().readOnly();

    @AfterEach
    void stop() {
        server.close();
        org.close();
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /// A stream of which nothing is read but that it has begun.
    private Socket idle(String method, String headers, String body) throws IOException {
        var socket = new Socket("localhost", URI.create(url).getPort());
        socket.setSoTimeout(20_000);
        var head =
                """
                %s %s HTTP/1.1
                Host: localhost
                Connection: close
                Accept: application/json, text/event-stream
                Content-Type: application/json
                Content-Length: %d
                %s
                """
                        .formatted(method, URI.create(url).getPath(), body.length(), headers);
        var bytes = (head.replace("\n", "\r\n") + body).getBytes(StandardCharsets.US_ASCII);
        socket.getOutputStream().write(bytes);
        var begin = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
        assertThat(begin).isEqualTo("HTTP/1.1 200");
        return socket;
    }

    private Socket ofSession() throws IOException {
        var session = RawClient.of(url).initialize("{}").headers().firstValue("Mcp-Session-Id");
        return idle("GET", "Mcp-Session-Id: %s\n".formatted(session.orElseThrow()), "");
    }

    private Socket listening() throws IOException {
        var body =
                """
                {"jsonrpc":"2.0","id":1,"method":"subscriptions/listen","params":{
                 "notifications":{"toolsListChanged":true},"_meta":{
                 "io.modelcontextprotocol/protocolVersion":"2026-07-28",
                 "io.modelcontextprotocol/clientCapabilities":{}}}}\
                """;
        var headers = "MCP-Protocol-Version: 2026-07-28\nMcp-Method: subscriptions/listen\n";
        return idle("POST", headers, body);
    }

    private List<Socket> idle() throws IOException {
        var all = new ArrayList<Socket>();
        for (int i = 0; i < IDLE; i += 2) {
            all.add(ofSession());
            all.add(listening());
        }
        return all;
    }

    private static void closeAll(List<Socket> sockets) throws IOException {
        for (var socket : sockets) {
            socket.close();
        }
    }

    @Test
    void costLittleHoldUpNobodyAndEndWithTheServer() throws IOException {
        RawClient.connected(url).request("tools/list", "{}");
        var before = heap();
        var streams = idle();
        var each = (heap() - before) / IDLE;
        System.out.printf("streams: %d bytes of heap for each of %d%n", each, IDLE);
        assertThat(each).isLessThan(MOST_BYTES);
        assertOthersAreAnsweredQuickly();

        var stopping = CompletableFuture.runAsync(server::close);

        var began = System.nanoTime();
        for (var stream : streams) {
            stream.getInputStream().readAllBytes();
        }
        assertThat(since(began)).isLessThan(Duration.ofSeconds(10));
        stopping.join();
        closeAll(streams);
    }

    private void assertOthersAreAnsweredQuickly() {
        var other = RawClient.connected(server.servers().readOnly());
        for (int i = 0; i < 50; i++) {
            var began = System.nanoTime();
            assertThat(other.request("ping", "{}").has("result")).isTrue();
            assertThat(since(began)).isLessThan(QUICK);
        }
        assertThat(RawClient.connected(url).with("Accept", "text/event-stream").send("GET", ""))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(429))
                .satisfies(answer ->
                        assertThat(answer.headers().firstValue("Retry-After")).isPresent());
    }

    @Test
    void takeAThousandRepliesAtTheSameTimeWhole() {
        try (var stream = OpenStream.get(url + "/sse", "User-Agent", "old");
                var senders = Executors.newFixedThreadPool(SENDERS)) {
            var messages = URI.create(url).resolve(stream.next().data()).toString();
            for (int i = 0; i < REPLIES; i++) {
                var body =
                        "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"%s\"}"
                                .formatted(i, i % 2 == 0 ? "tools/list" : "ping");
                senders.execute(() -> RawClient.of(messages).post(body));
            }

            var ids = IntStream.range(0, REPLIES).mapToObj(i -> idOf(stream)).sorted().toList();

            assertThat(ids).isEqualTo(IntStream.range(0, REPLIES).boxed().toList());
        }
    }

    private static int idOf(OpenStream stream) {
        var message = stream.message();
        assertThat(message.has("result")).isTrue();
        return message.path("id").asInt();
    }
}
