package dev.oktamcp.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.RawRequest;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.net.URI;

/// The headers that every request has to have, and those that it must not.
@ServerTest
class RequestHeaderTests {

    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";

    private final TestServers servers;
    private final RawClient client;

    RequestHeaderTests(@Autowired TestServers servers) {
        this.servers = servers;
        this.client = RawClient.connected(servers.readOnly());
    }

    @ParameterizedTest
    @CsvSource({
        "Content-Type,         text/plain,               415",
        "Content-Type,         application/json-patch+json, 415",
        "Content-Type,         application/json; charset=utf-8, 200",
        "Content-Type,         nonsense,                 415",
        "Accept,               application/json,         406",
        "Accept,               text/event-stream,        406",
        "MCP-Protocol-Version, 1999-01-01,               400",
        "Origin,               https://evil.example,     403",
        "Origin,               null,                     403",
        "Origin,               http://localhost:6274,    200",
        "MCP-Protocol-Version, 2025-06-18,               200"
    })
    void checksHeaders(String header, String value, int status) {
        assertThat(client.with(header, value).post(PING).statusCode()).isEqualTo(status);
    }

    /// One who routes by the last of them, and we who take the first, would see two requests.
    @Test
    void refusesAHeaderThatDecidesTwice() {
        var url = servers.readOnly();
        var head =
                """
                POST %s HTTP/1.1
                Host: localhost
                Content-Type: application/json
                Accept: application/json, text/event-stream
                MCP-Protocol-Version: 2025-11-25
                MCP-Protocol-Version: 2026-07-28
                Content-Length: %d
                """
                        .formatted(URI.create(url).getPath(), PING.length());

        assertThat(RawRequest.send(url, head, PING))
                .startsWith("HTTP/1.1 400 ")
                .contains("more than once");
    }

    @Test
    void refusesAForeignHost() {
        var url = servers.readOnly();
        var head = "GET %s HTTP/1.1\nHost: evil.example\n".formatted(URI.create(url).getPath());

        assertThat(RawRequest.send(url, head))
                .startsWith("HTTP/1.1 421 ")
                .contains("okta-mcp.public-url");
    }
}
