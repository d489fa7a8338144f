package dev.oktamcp.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.StatelessClient;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.simulation.Fault;
import dev.oktamcp.simulation.SimulatedOrg;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// What becomes of a call whose client hangs up.
@ServerTest
class DisconnectTests {

    private static final String META =
            "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
                    + "\"io.modelcontextprotocol/clientCapabilities\":{}}";

    private final SimulatedOrg org;
    private final JdbcClient jdbc;
    private final String url;

    DisconnectTests(
            @Autowired SimulatedOrg org,
            @Autowired TestServers servers,
            @Autowired JdbcClient jdbc) {
        this.org = org;
        this.jdbc = jdbc;
        this.url = servers.readOnly();
    }

    private static String call(String meta) {
        return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{"
                + "\"name\":\"get_user\",\"arguments\":{\"user_id\":\"me\"}"
                + meta
                + "}}";
    }

    /// Sends a call that Okta is slow to answer, and hangs up while it is under way.
    private void hangUpAmid(String body, String... headers) throws IOException {
        org.next(Fault.delay(Duration.ofMillis(1900)));
        var at = URI.create(url);
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), at.getPort())) {
            var request =
                    """
                    POST %s HTTP/1.1
                    Host: localhost:%d
                    Content-Type: application/json
                    Accept: application/json, text/event-stream
                    Content-Length: %d
                    %s

                    %s\
                    """
                            .formatted(
                                    at.getPath(),
                                    at.getPort(),
                                    body.length(),
                                    String.join("\n", headers),
                                    body)
                            .replace("\n", "\r\n");
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            Awaitility.await().until(() -> !org.requests().isEmpty());
        }
    }

    private String outcome() {
        var outcome =
                jdbc.sql(
                                """
                                select outcome || coalesce(code, '')
                                  from audit_event where server_id = :id
                                """)
                        .param("id", TestServers.id(url));
        Awaitility.await().until(() -> !outcome.query(String.class).list().isEmpty());
        return outcome.query(String.class).single();
    }

    @Test
    void isCancelledIn20260728() throws IOException {
        org.forgetRequests();
        var began = System.nanoTime();

        hangUpAmid(
                call("," + META),
                "MCP-Protocol-Version: 2026-07-28",
                "Mcp-Method: tools/call",
                "Mcp-Name: get_user");

        assertThat(outcome()).isEqualTo("FAILURECANCELLED");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(1500));
    }

    @Test
    void goesOnWhereThereAreSessions() throws IOException {
        var session = RawClient.of(url).initialize("{}").headers().firstValue("Mcp-Session-Id");
        org.forgetRequests();

        hangUpAmid(call(""), "Mcp-Session-Id: " + session.orElseThrow());

        assertThat(outcome()).isEqualTo("SUCCESS");
    }

    @Test
    void isNotCancelledWhileItsClientWaits() {
        org.next(Fault.delay(Duration.ofMillis(1900)));

        var answer =
                StatelessClient.of(url)
                        .send(
                                "tools/call",
                                StatelessClient.params(
                                        "{\"name\":\"get_user\",\"arguments\":{\"user_id\":\"me\"}}"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(outcome()).isEqualTo("SUCCESS");
    }
}
