package dev.oktamcp.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.OpenStream;
import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;

/// A reply that was cut off is read on (2025-11-25, Transports, Resumability and Redelivery).
@ServerTest
class ResumeTests {

    private static final String PROGRESS =
            """
            {"jsonrpc":"2.0","id":"p","method":"tools/call",
             "params":{"name":"test_progress","_meta":{"progressToken":1}}}\
            """;

    private final SimulatedOrg org;
    private final TestServers servers;
    private final String url;
    private String user = "";

    ResumeTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.servers = servers;
        this.url = servers.full();
    }

    @BeforeEach
    void aUser() {
        user = org.hasUser("read.on@example.com", "ACTIVE");
    }

    private String session(String version) {
        return RawClient.session(url, version, "{\"elicitation\":{}}");
    }

    private String deactivate() {
        return """
        {"jsonrpc":"2.0","id":"d","method":"tools/call",
         "params":{"name":"deactivate_user","arguments":{"user_id":"%s"}}}\
        """
                .formatted(user);
    }

    private OpenStream on(String session, String body) {
        return OpenStream.post(url, body, "Mcp-Session-Id", session);
    }

    private OpenStream readOn(String session, String lastEvent) {
        return OpenStream.get(url, "Mcp-Session-Id", session, "Last-Event-ID", lastEvent);
    }

    private int answer(String session, String question) {
        return RawClient.of(url)
                .with("Mcp-Session-Id", session)
                .post(
                        "{\"jsonrpc\":\"2.0\",\"id\":\"%s\",\"result\":{\"action\":\"accept\"}}"
                                .formatted(question))
                .statusCode();
    }

    @Test
    void beginsWithAnIdToReadOnFrom() {
        try (var stream = on(session("2025-11-25"), PROGRESS)) {
            var first = stream.next();

            assertThat(first.id()).isNotEmpty();
            assertThat(first.data()).isEmpty();
        }
    }

    /// Before 2025-11-25 a client may take an event without data for a broken message.
    @ParameterizedTest
    @ValueSource(strings = {"2025-03-26", "2025-06-18"})
    void isNotThereInVersionsThatDoNotKnowIt(String version) {
        try (var stream = on(session(version), PROGRESS)) {
            var first = stream.next();

            assertThat(first.id()).isEmpty();
            assertThat(first.json().path("method").asString()).isEqualTo("notifications/progress");
        }
    }

    @Test
    void goesOnWithACallThatWasCutOff() {
        var session = session("2025-11-25");
        var last = "";
        var question = "";
        try (var stream = on(session, deactivate())) {
            stream.next();
            var asked = stream.next();
            last = asked.id();
            question = asked.json().path("id").asString();
        }
        assertThat(answer(session, question)).isEqualTo(202);

        try (var stream = readOn(session, last)) {
            var result = stream.message();

            assertThat(result.path("id").asString()).isEqualTo("d");
            assertThat(result.at("/result/isError").asBoolean(true)).isFalse();
            assertThat(stream.endsWithin(2000)).isTrue();
        }
        assertThat(org.statusOf(user)).isEqualTo("DEPROVISIONED");
    }

    @Test
    void repeatsWhatCameAfterTheEventAlone() {
        var session = session("2025-11-25");
        var second = "";
        try (var stream = on(session, PROGRESS)) {
            stream.next();
            stream.next();
            second = stream.next().id();
            assertThat(stream.endsWithin(2000)).isTrue();
        }

        try (var stream = readOn(session, second)) {
            assertThat(stream.message().path("id").asString()).isEqualTo("p");
        }
    }

    @Test
    void isNotPushedOutByOtherServers() {
        var session = session("2025-11-25");
        var last = eventOf(url, session);

        for (var other : List.of(servers.full(), servers.full(), servers.full())) {
            var busy = RawClient.connected(other);
            for (int i = 0; i < 100; i++) {
                assertThat(busy.post(PROGRESS).body()).contains("notifications/progress");
            }
        }

        try (var stream = readOn(session, last)) {
            assertThat(stream.message().path("method").asString()).contains("progress");
        }
    }

    /// The first one of a reply, so that there is more to read after it.
    private static String eventOf(String url, String session) {
        try (var reply = OpenStream.post(url, PROGRESS, "Mcp-Session-Id", session)) {
            return reply.next().id();
        }
    }

    @Test
    void isForItsSessionAlone() {
        var last = "";
        try (var stream = on(session("2025-11-25"), PROGRESS)) {
            stream.next();
            last = stream.next().id();
        }

        try (var stream = readOn(session("2025-11-25"), last)) {
            assertThat(stream.next().data()).isEmpty();
            assertThat(stream.next(500)).isEmpty();
        }
    }
}
