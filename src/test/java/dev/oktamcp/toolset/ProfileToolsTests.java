package dev.oktamcp.toolset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.util.Map;

@ServerTest
class ProfileToolsTests {

    private final SimulatedOrg org;
    private final RawClient client;

    ProfileToolsTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.client = RawClient.connected(servers.full());
    }

    private JsonNode attribute(String name) {
        return client.call("get_user_profile_attributes", Map.of())
                .value()
                .path("items")
                .valueStream()
                .filter(item -> item.path("name").stringValue().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tellsWhatAProfileNeedsAndCanHave() {
        assertThat(attribute("login").path("required").asBoolean(false)).isTrue();
        assertThat(attribute("department"))
                .hasToString(
                        "{\"name\":\"department\",\"title\":\"Department\",\"type\":\"string\",\"required\":false,\"custom\":false}");
        assertThat(org.requests()).allMatch(r -> r.toString().endsWith("/user/default"));
    }

    @Test
    void listsTheTypesOfUsers() {
        var page = client.call("list_user_types", Map.of()).value();

        assertThat(page.path("items").findValuesAsString("name")).contains("user");
    }
}
