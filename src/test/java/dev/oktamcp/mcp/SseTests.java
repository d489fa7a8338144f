package dev.oktamcp.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.OpenStream;
import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestApi;
import dev.oktamcp.fixture.TestServers;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.net.URI;

/// Replies on the one stream of the transport with two endpoints.
@ServerTest
class SseTests {

    private static final String CALL =
            """
            {"jsonrpc":"2.0","id":"c","method":"tools/call",
             "params":{"name":"%s","_meta":{"progressToken":1}}}\
            """;

    private final TestServers servers;
    private final TestApi api;
    private final String url;

    SseTests(@Autowired TestServers servers, @Autowired TestApi api) {
        this.servers = servers;
        this.api = api;
        this.url = servers.readOnly();
    }

    private OpenStream stream() {
        return OpenStream.get(url + "/sse", "User-Agent", "old");
    }

    private RawClient messages(OpenStream stream) {
        return RawClient.of(URI.create(url).resolve(stream.next().data()).toString());
    }

    @Test
    void tellNothingAfterTheirEnd() {
        try (var stream = stream()) {
            messages(stream).post(CALL.formatted("test_late_progress"));

            assertThat(stream.message().has("result")).isTrue();
            assertThat(stream.next(1_000)).isEmpty();
        }
    }

    @Test
    void sayThatTheUrlHasEndedBeforeTheStreamDoes() {
        try (var stream = stream()) {
            messages(stream).post(CALL.formatted("test_waits"));

            api.delete(servers.path(url));

            assertThat(stream.message().toString()).contains("\"id\":\"c\"", "has ended");
            assertThat(stream.endsWithin(2_000)).isTrue();
        }
    }
}
