package dev.oktamcp.toolset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.server.ServerDefinition.Filter;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

@ServerTest
class ServerToolsTests {

    private final TestServers servers;

    ServerToolsTests(@Autowired TestServers servers) {
        this.servers = servers;
    }

    @Test
    void tellsWhatTheUrlIsAndWhatItHidesWithoutNames() {
        var filter = new Filter(Set.of("read"), Set.of("users"), Set.of(), Set.of("get_user"));
        var expiresAt = Instant.parse("2100-01-01T00:00:00Z");
        var client = RawClient.connected(servers.with(filter, expiresAt));

        var info = client.call("get_server_info", Map.of()).value();

        assertThat(info.path("methods").toString()).isEqualTo("[\"read\"]");
        assertThat(info.path("tags").toString()).isEqualTo("[\"users\"]");
        assertThat(info.path("expires_at").stringValue()).isEqualTo("2100-01-01T00:00:00Z");
        assertThat(info.at("/hidden_tools/excluded").asInt()).isEqualTo(1);
        assertThat(info.at("/hidden_tools/method").asInt()).isEqualTo(3);
        assertThat(info.at("/hidden_tools/tag").asInt()).isEqualTo(3);
        assertThat(info.toString()).doesNotContain("get_user").doesNotContain("suspend");
    }
}
