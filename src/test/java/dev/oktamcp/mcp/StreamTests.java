package dev.oktamcp.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.OpenStream;
import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.StatelessClient;
import dev.oktamcp.fixture.TestApi;
import dev.oktamcp.fixture.TestServers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.function.Function;

/// Streams on which a client is told what has changed, in both eras.
@ServerTest
class StreamTests {

    private static final String NAMESPACE = "io.modelcontextprotocol/";

    private final TestServers servers;
    private final TestApi api;
    private final String url;

    StreamTests(@Autowired TestServers servers, @Autowired TestApi api) {
        this.servers = servers;
        this.api = api;
        this.url = servers.readOnly();
    }

    private static OpenStream ofSession(String url) {
        return OpenStream.get(url, "Mcp-Session-Id", RawClient.session(url));
    }

    private static OpenStream listening(String url) {
        return StatelessClient.of(url)
                .open(
                        "subscriptions/listen",
                        StatelessClient.params("{\"notifications\":{\"toolsListChanged\":true}}"));
    }

    private static Function<String, OpenStream> opened(String era) {
        return era.equals("session") ? StreamTests::ofSession : StreamTests::listening;
    }

    private void hide(String tool) {
        change("{\"tools\":{\"exclude\":[\"%s\"]}}".formatted(tool));
    }

    private void change(String config) {
        var path = servers.path(url);
        var version = api.get(path).json().path("version").asLong();
        var change = "{\"config\":%s}".formatted(config);
        assertThat(api.patch(path, version, change).status()).isEqualTo(200);
    }

    @Test
    void sendsItsHeadersAtOnce() {
        try (var stream = ofSession(url)) {
            assertThat(stream.response().statusCode()).isEqualTo(200);
            assertThat(stream.response().headers().firstValue("Content-Type").orElse(""))
                    .startsWith("text/event-stream");
            assertThat(stream.response().headers().firstValue("X-Accel-Buffering")).hasValue("no");
            assertThat(stream.next().id()).isNotEmpty();
        }
    }

    @Test
    void acknowledgesASubscriptionFirst() {
        try (var stream = listening(url)) {
            var first = stream.message();

            assertThat(first.path("method").asString())
                    .isEqualTo("notifications/subscriptions/acknowledged");
            assertThat(first.at("/params/notifications/toolsListChanged").asBoolean()).isTrue();
            assertThat(first.at("/params/_meta").path(NAMESPACE + "subscriptionId").asInt())
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"session", "stateless"})
    void tellsThatTheListOfToolsHasChanged(String era) {
        try (var stream = opened(era).apply(url)) {
            stream.next();

            hide("list_users");

            var told = stream.message();
            assertThat(told.path("method").asString())
                    .isEqualTo("notifications/tools/list_changed");
            assertThat(told.at("/params/_meta").has(NAMESPACE + "subscriptionId"))
                    .isEqualTo(era.equals("stateless"));
        }
    }

    @Test
    void tellsOnlyWhatIsAskedFor() {
        var nothing = StatelessClient.params("{\"notifications\":{}}");
        try (var stream = StatelessClient.of(url).open("subscriptions/listen", nothing)) {
            stream.message();

            hide("list_users");

            assertThat(stream.next(1000)).isEmpty();
        }
    }

    @Test
    void tellsOneStreamOfASessionAndNotTwo() {
        var session = RawClient.session(url);
        try (var first = OpenStream.get(url, "Mcp-Session-Id", session);
                var second = OpenStream.get(url, "Mcp-Session-Id", session)) {
            assertThat(first.endsWithin(2000)).isTrue();

            hide("list_users");

            assertThat(second.message().path("method").asString()).contains("list_changed");
        }
    }

    @Test
    void tellsOfAChangeThatWasMissed() {
        var session = RawClient.session(url);
        var last = "";
        try (var stream = OpenStream.get(url, "Mcp-Session-Id", session)) {
            last = stream.next().id();
        }
        hide("list_users");

        try (var stream = OpenStream.get(url, "Mcp-Session-Id", session, "Last-Event-ID", last)) {
            assertThat(stream.message().path("method").asString()).contains("list_changed");
        }
    }

    @Test
    void tellsNothingWhereNothingWasMissed() {
        var session = RawClient.session(url);
        var last = "";
        try (var stream = OpenStream.get(url, "Mcp-Session-Id", session)) {
            last = stream.next().id();
        }

        try (var stream = OpenStream.get(url, "Mcp-Session-Id", session, "Last-Event-ID", last)) {
            stream.next();
            assertThat(stream.next(500)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"session", "stateless"})
    void endsWithItsUrl(String era) {
        try (var stream = opened(era).apply(url)) {
            stream.next();

            api.delete(servers.path(url));

            assertThat(stream.endsWithin(2000)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"session", "stateless"})
    void endsWhereASecondFactorIsAskedForNow(String era) {
        try (var stream = opened(era).apply(url)) {
            stream.next();

            change("{\"require_api_token_auth\":true}");

            assertThat(stream.endsWithin(2000)).isTrue();
        }
    }

    @Test
    void endsWithItsSession() {
        var session = RawClient.session(url);
        try (var stream = OpenStream.get(url, "Mcp-Session-Id", session)) {
            stream.next();

            RawClient.of(url).with("Mcp-Session-Id", session).send("DELETE", "");

            assertThat(stream.endsWithin(2000)).isTrue();
        }
    }

    @Test
    void isRefusedWhereEventsAreNotAccepted() {
        var answer = RawClient.connected(url).with("Accept", "application/json").send("GET", "");

        assertThat(answer.statusCode()).isEqualTo(406);
    }
}
