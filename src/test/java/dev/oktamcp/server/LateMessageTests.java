package dev.oktamcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.connection.Connections;
import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestApi;
import dev.oktamcp.fixture.TestApi.Answer;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.server.ServerDefinition.Config;
import dev.oktamcp.server.ServerDefinition.Filter;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Supplier;

/// What let a message in was good when its headers came; the rest of it comes later.
@ServerTest
class LateMessageTests {

    private static final byte[] CALL =
            """
            {"jsonrpc":"2.0","id":"late","method":"tools/call",
             "params":{"name":"suspend_user","arguments":{"user_id":"me"}}}\
            """
                    .getBytes(StandardCharsets.UTF_8);

    private final SimulatedOrg org;
    private final TestApi api;
    private final String url;
    private final String server;
    private final Answer factor;
    private final String session;

    LateMessageTests(
            @Autowired SimulatedOrg org,
            @Autowired TestServers servers,
            @Autowired TestApi api,
            @Autowired Connections connections) {
        var everything =
                new Filter(Set.of("read", "custom"), Set.of(), Set.of(), Set.of(), Set.of());
        this.org = org;
        this.api = api;
        this.url = servers.with(new Config(everything, ToolExposure.DEFAULT, true), null);
        this.server =
                "/connections/%s/mcp-servers/%s"
                        .formatted(
                                connections.named("default").orElseThrow().id(),
                                TestServers.id(url));
        this.factor = api.post("/api-tokens", "{\"name\": \"late\", \"roles\": [\"mcp\"]}");
        this.session =
                RawClient.of(url)
                        .with("Authorization", "Bearer " + factor.text("/token"))
                        .initialize("{}")
                        .headers()
                        .firstValue("Mcp-Session-Id")
                        .orElseThrow();
    }

    private String head() {
        return """
        POST %s HTTP/1.1\r
        Host: localhost\r
        Connection: close\r
        Content-Type: application/json\r
        Accept: application/json, text/event-stream\r
        Authorization: Bearer %s\r
        Mcp-Session-Id: %s\r
        Content-Length: %d\r
        \r
        """
                .formatted(URI.create(url).getPath(), factor.text("/token"), session, CALL.length);
    }

    /// What a call is told whose message is half here when something happens.
    private String around(Supplier<Answer> act) throws IOException, InterruptedException {
        try (var socket = new Socket("localhost", URI.create(url).getPort())) {
            var out = socket.getOutputStream();
            out.write(head().getBytes(StandardCharsets.US_ASCII));
            out.write(CALL, 0, 20);
            out.flush();
            Thread.sleep(300);
            assertThat(act.get().status()).isBetween(200, 204);
            out.write(CALL, 20, CALL.length - 20);
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void isRefusedWhereTheUrlHasEnded() throws Exception {
        var answer = around(() -> api.delete(server));

        assertThat(answer).startsWith("HTTP/1.1 404").contains("nothing was done");
        assertThat(org.requests()).isEmpty();
    }

    @Test
    void isRefusedWhereTheSecondFactorHasEnded() throws Exception {
        var answer = around(() -> api.delete("/api-tokens/" + factor.text("/id")));

        assertThat(answer).startsWith("HTTP/1.1 404").contains("nothing was done");
        assertThat(org.requests()).isEmpty();
    }

    @Test
    void isRefusedWhereTheServerIsAnotherNow() throws Exception {
        var answer = around(() -> api.patch(server, 1, "{\"config\": {\"methods\": [\"read\"]}}"));

        assertThat(answer)
                .startsWith("HTTP/1.1 200")
                .contains("\"id\":\"late\"")
                .contains("was changed while the message came; nothing was done");
        assertThat(org.requests()).isEmpty();
    }

    /// So that the others are refused for what happened, and not for how they were sent.
    @Test
    void isTakenWhereNothingHappened() throws Exception {
        var answer = around(() -> api.get(server));

        assertThat(answer).startsWith("HTTP/1.1 200").contains("\"id\":\"late\"");
        assertThat(org.requests()).isNotEmpty();
    }
}
