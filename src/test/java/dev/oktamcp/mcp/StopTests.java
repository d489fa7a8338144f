package dev.oktamcp.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.Databases;
import dev.oktamcp.fixture.OpenStream;
import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.RunningServer;
import dev.oktamcp.fixture.StatelessClient;
import dev.oktamcp.simulation.Fault;
import dev.oktamcp.simulation.SimulatedOrg;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// What becomes of streams and calls when the server stops.
class StopTests {

    private static final String CALL =
            """
            {"jsonrpc":"2.0","id":1,"method":"tools/call",
             "params":{"name":"get_user","arguments":{"user_id":"me"}}}\
            """;

    /// Of which calls get three quarters.
    private static final Duration TIME_TO_STOP = Duration.ofSeconds(8);

    private final SimulatedOrg org = SimulatedOrg.start();
    private final RunningServer server =
            RunningServer.start(
                    Databases.H2.fresh(),
                    org,
                    "--spring.lifecycle.timeout-per-shutdown-phase=" + TIME_TO_STOP);
    private final String url = server.servers().readOnly();

    @AfterEach
    void stop() {
        server.close();
        org.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"session", "stateless"})
    void endsStreamsAtOnceWhileACallIsFinished(String era) {
        try (var first = openOfSession();
                var second = openListening()) {
            org.next(Fault.delay(Duration.ofMillis(2_500)));
            var call = CompletableFuture.supplyAsync(() -> call(era));
            Awaitility.await().until(() -> !org.requests().isEmpty());

            var stopping = CompletableFuture.runAsync(server::close);

            assertThat(first.endsWithin(1_000)).isTrue();
            assertThat(second.endsWithin(1_000)).isTrue();
            assertThat(call).isNotDone();
            assertThat(call.join()).contains("\"isError\":false");
            stopping.join();
        }
    }

    @Test
    void finishesTheRepliesOfAStream() {
        try (var idle = openOfSession();
                var stream = OpenStream.get(url + "/sse", "User-Agent", "old")) {
            var messages = URI.create(url).resolve(stream.next().data()).toString();
            org.next(Fault.delay(Duration.ofMillis(2_500)));
            RawClient.of(messages).post(CALL);
            Awaitility.await().until(() -> !org.requests().isEmpty());

            var stopping = CompletableFuture.runAsync(server::close);

            assertThat(idle.endsWithin(1_000)).isTrue();
            assertThat(stream.message().toString()).contains("\"isError\":false");
            assertThat(stream.endsWithin(1_000)).isTrue();
            stopping.join();
        }
    }

    @Test
    void saysWhatAStreamIsForBeforeItEnds() {
        server.get(StreamShutdown.class).stop();

        try (var stream = openListening()) {
            assertThat(stream.message().path("method").asString()).contains("acknowledged");
            assertThat(stream.message().has("result")).isTrue();
            assertThat(stream.endsWithin(1_000)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"session", "stateless"})
    void tellsWhoWaitsLongerThanTheStop(String era) {
        org.next(Fault.delay(TIME_TO_STOP.multipliedBy(2)));
        var call = CompletableFuture.supplyAsync(() -> call(era));
        Awaitility.await().until(() -> !org.requests().isEmpty());

        server.close();

        assertThat(call.join()).contains("CANCELLED").contains("The server has been stopped");
    }

    private OpenStream openOfSession() {
        var session = RawClient.of(url).initialize("{}").headers().firstValue("Mcp-Session-Id");
        return OpenStream.get(url, "Mcp-Session-Id", session.orElseThrow());
    }

    private OpenStream openListening() {
        var params = StatelessClient.params("{\"notifications\":{\"toolsListChanged\":true}}");
        return StatelessClient.of(url).open("subscriptions/listen", params);
    }

    private String call(String era) {
        var me = Map.of("user_id", "me");
        var result =
                era.equals("session")
                        ? RawClient.connected(url).call("get_user", me)
                        : StatelessClient.of(url).call("get_user", me);
        return result.response().toString();
    }
}
