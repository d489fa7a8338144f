package dev.oktamcp.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.OpenStream;
import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.StatelessClient;
import dev.oktamcp.fixture.TestApi;
import dev.oktamcp.fixture.TestServers;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;
import java.util.stream.Stream;

/// Lists of prompts and resources are a caller's own, and a change of them is told.
@ServerTest
class ListNewsTests {

    private final TestServers servers;
    private final TestApi api;
    private final String url;

    ListNewsTests(@Autowired TestServers servers, @Autowired TestApi api) {
        this.servers = servers;
        this.api = api;
        this.url = servers.full();
    }

    private void onlyRead() {
        var path = servers.path(url);
        var version = api.get(path).json().path("version").asLong();
        var change = "{\"config\":{\"methods\":[\"get\"]}}";
        assertThat(api.patch(path, version, change).status()).isEqualTo(200);
    }

    private static List<String> told(OpenStream stream, int many) {
        return Stream.generate(() -> stream.message().path("method").asString())
                .limit(many)
                .toList();
    }

    @Test
    void aSessionHearsOfEachListThatHasChanged() {
        try (var stream = OpenStream.get(url, "Mcp-Session-Id", RawClient.session(url))) {
            stream.next();

            onlyRead();

            assertThat(told(stream, 2))
                    .containsExactly(
                            "notifications/tools/list_changed",
                            "notifications/prompts/list_changed");
        }
    }

    @Test
    void aListenerHearsOfTheListsThatItAskedFor() {
        var wanted =
                StatelessClient.params(
                        "{\"notifications\":{\"promptsListChanged\":true,\"resourcesListChanged\":true}}");
        try (var stream = StatelessClient.of(url).open("subscriptions/listen", wanted)) {
            var agreed = stream.message().at("/params/notifications");
            assertThat(agreed.path("promptsListChanged").asBoolean()).isTrue();
            assertThat(agreed.has("toolsListChanged")).isFalse();

            onlyRead();

            assertThat(told(stream, 1)).containsExactly("notifications/prompts/list_changed");
        }
    }

    @Test
    void bothErasSayThatChangesAreTold() {
        var session = RawClient.of(url).initialize("{}").body();
        var discovered = StatelessClient.of(url).request("server/discover", "{}");

        assertThat(session).contains("\"prompts\":{\"listChanged\":true}");
        assertThat(discovered.at("/result/capabilities/prompts/listChanged").asBoolean()).isTrue();
    }

    @Test
    void aListOfTheNewEraIsTheCallersOwn() {
        var listed = StatelessClient.of(url).request("prompts/list", "{}").path("result");

        assertThat(listed.path("cacheScope").asString()).isEqualTo("private");
        assertThat(listed.path("ttlMs").asInt()).isPositive();
        assertThat(listed.path("prompts")).isNotEmpty();
    }
}
