package dev.oktamcp.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.RawRequest;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.simulation.Fault;
import dev.oktamcp.simulation.SimulatedOrg;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/// A client that hangs up while its call runs: in 2026-07-28 that takes the call back (Streamable
/// HTTP, Cancellation), before it says nothing.
@ServerTest
class HangUpTests {

    private static final Duration OKTA_TAKES = Duration.ofMillis(1_800);
    private static final String CALL = "\"name\":\"get_user\",\"arguments\":{\"user_id\":\"me\"}";
    private static final String META =
            "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
                    + "\"io.modelcontextprotocol/clientCapabilities\":{}}";
    private static final String STATELESS =
            "MCP-Protocol-Version: 2026-07-28\nMcp-Method: tools/call\nMcp-Name: get_user\n";

    private final SimulatedOrg org;
    private final JdbcClient jdbc;
    private final String url;

    HangUpTests(
            @Autowired SimulatedOrg org,
            @Autowired TestServers servers,
            @Autowired JdbcClient jdbc) {
        this.org = org;
        this.jdbc = jdbc;
        this.url = servers.readOnly();
    }

    private byte[] request(String headers, String params) {
        var body =
                "{\"jsonrpc\":\"2.0\",\"id\":\"x\",\"method\":\"tools/call\",\"params\":{%s}}"
                        .formatted(params);
        return RawRequest.message(url, headers, body);
    }

    private byte[] statelessCall() {
        return request(STATELESS, CALL + "," + META);
    }

    private byte[] sessionCall() {
        var session = RawClient.of(url).initialize("{}").headers().firstValue("Mcp-Session-Id");
        return request("Mcp-Session-Id: %s\n".formatted(session.orElseThrow()), CALL);
    }

    /// A call that waits for Okta.
    private Socket calling(byte[] request) throws IOException {
        org.next(Fault.delay(OKTA_TAKES));
        var socket = new Socket("localhost", URI.create(url).getPort());
        socket.setSoTimeout(10_000);
        socket.getOutputStream().write(request);
        Awaitility.await().until(() -> !org.requests().isEmpty());
        return socket;
    }

    private static void hangUp(String how, Socket socket) throws IOException {
        switch (how) {
            case "reset" -> {
                socket.setSoLinger(true, 0);
                socket.close();
            }
            case "close" -> socket.close();
            default -> socket.shutdownOutput();
        }
    }

    private List<String> codes() {
        return jdbc.sql("select coalesce(code, 'done') from audit_event where server_id = :id")
                .param("id", TestServers.id(url))
                .query(String.class)
                .list();
    }

    private void endsAs(String code) {
        Awaitility.await().untilAsserted(() -> assertThat(codes()).containsExactly(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"reset", "close", "half"})
    void takesACallBackWhereThereAreNoSessions(String how) throws IOException {
        var began = System.nanoTime();
        try (var socket = calling(statelessCall())) {
            hangUp(how, socket);

            endsAs("CANCELLED");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(OKTA_TAKES);
    }

    @Test
    void takesNothingBackWhileItWaits() throws IOException {
        try (var _ = calling(statelessCall())) {
            endsAs("done");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"reset", "close", "half"})
    void doesNotTakeACallOfASessionBack(String how) throws IOException {
        try (var socket = calling(sessionCall())) {
            hangUp(how, socket);

            endsAs("done");
        }
    }

    @Test
    void isAnsweredAllTheSameWhereItOnlyHasNoMoreToSay() throws IOException {
        try (var socket = calling(sessionCall())) {
            socket.shutdownOutput();

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200")
                    .contains("\"id\":\"x\"");
        }
    }

    /// HTTP lets a client send before it was answered (RFC 9112, section 9.3.2).
    @Test
    void isNotTheNextRequestOfAClientThatDoesNotWait() throws IOException {
        try (var socket = calling(statelessCall())) {
            socket.getOutputStream().write(statelessCall());

            Awaitility.await()
                    .untilAsserted(() -> assertThat(codes()).containsExactly("done", "done"));
        }
    }
}
