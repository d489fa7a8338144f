package dev.oktamcp.toolset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.server.ServerDefinition.Filter;
import dev.oktamcp.tool.ToolCatalog;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

@ServerTest
class ServerToolsTests {

    private final TestServers servers;

    private final ToolCatalog catalog;

    ServerToolsTests(@Autowired TestServers servers, @Autowired ToolCatalog catalog) {
        this.servers = servers;
        this.catalog = catalog;
    }

    @Test
    void tellsWhatTheUrlIsAndWhatItHidesWithoutNames() {
        var filter =
                new Filter(Set.of("read"), Set.of("users"), Set.of(), Set.of("get_user"), Set.of());
        var expiresAt = Instant.parse("2100-01-01T00:00:00Z");
        var client = RawClient.connected(servers.with(filter, expiresAt));

        var info = client.call("get_server_info", Map.of()).value();

        assertThat(info.path("methods").toString()).isEqualTo("[\"read\"]");
        assertThat(info.path("tags").toString()).isEqualTo("[\"users\"]");
        assertThat(info.path("expires_at").stringValue()).isEqualTo("2100-01-01T00:00:00Z");
        assertThat(info.at("/hidden_tools/excluded").asInt()).isEqualTo(1);
        assertThat(info.at("/hidden_tools/method").asInt()).isPositive();
        assertThat(info.at("/hidden_tools/tag").asInt()).isPositive();
        assertThat(info.path("visible_tools").asInt() + sum(info.path("hidden_tools")))
                .isEqualTo(catalog.all().size());
        assertThat(info.toString()).doesNotContain("get_user").doesNotContain("suspend");
    }

    @Test
    void tellsByWhatItCallsOktaAndWhatIsLeftOfItsLimits() {
        var client = RawClient.connected(servers.readOnly());
        client.call("list_groups", Map.of("limit", 1)).value();

        var info = client.call("get_server_info", Map.of()).value();

        assertThat(info.path("credential").stringValue()).isEqualTo("API_TOKEN");
        assertThat(info.path("scopes").isNull()).isTrue();
        assertThat(info.path("rate_limits").valueStream())
                .anySatisfy(line -> {
                    assertThat(line.path("bucket").stringValue()).isEqualTo("groups");
                    assertThat(line.path("remaining").asInt())
                            .isBetween(1, line.path("limit").asInt());
                    assertThat(line.path("reset_seconds").asInt()).isBetween(0, 120);
                });
    }

    private static int sum(JsonNode counts) {
        return counts.valueStream().mapToInt(JsonNode::asInt).sum();
    }
}
