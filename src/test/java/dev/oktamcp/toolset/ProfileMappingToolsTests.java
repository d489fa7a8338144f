package dev.oktamcp.toolset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.Map;

@ServerTest
class ProfileMappingToolsTests {

    private final TestServers servers;
    private final RawClient client;

    ProfileMappingToolsTests(@Autowired TestServers servers) {
        this.servers = servers;
        this.client = RawClient.connected(servers.full());
    }

    private String app(String label) {
        var found = client.call("list_applications", Map.of("q", label)).value();
        return found.at("/items/0/id").stringValue();
    }

    private String mappingTo(String app) {
        var page = client.call("list_profile_mappings", Map.of("target_id", app)).value();
        assertThat(page.path("items")).hasSize(1);
        return page.at("/items/0/id").stringValue();
    }

    private JsonNode properties(String mapping) {
        var arguments = Map.of("mapping_id", mapping);
        return client.call("get_profile_mapping", arguments).value().path("properties");
    }

    private void update(String mapping, Map<String, ?> expressions, Map<String, ?> more) {
        var arguments = new HashMap<String, Object>(more);
        arguments.put("mapping_id", mapping);
        arguments.put("expressions", expressions);
        client.call("update_profile_mapping", arguments).value();
    }

    @Test
    void findsTheMappingsOfAnApp() {
        var app = app("Quotes");

        var from = client.call("list_profile_mappings", Map.of("source_id", app)).value();

        assertThat(from.at("/items/0/target/type").stringValue()).isEqualTo("user");
        assertThat(mappingTo(app)).isNotEqualTo(from.at("/items/0/id").stringValue());
    }

    @Test
    void addsAnExpressionAndKeepsTheOthers() {
        var mapping = mappingTo(app("Quotes"));

        update(mapping, Map.of("nickName", "user.nickName"), Map.of());

        assertThat(properties(mapping).path("nickName"))
                .hasToString("{\"expression\":\"user.nickName\",\"pushStatus\":\"PUSH\"}");
        assertThat(properties(mapping).at("/firstName/expression").stringValue())
                .isEqualTo("user.firstName");
    }

    @Test
    void keepsWhenAnAttributeIsWritten() {
        var mapping = mappingTo(app("Web Shop"));
        var once = Map.of("push_status", "DONT_PUSH");
        update(mapping, Map.of("email", "user.email"), once);

        update(mapping, Map.of("email", "user.secondEmail"), Map.of());

        assertThat(properties(mapping).path("email"))
                .hasToString("{\"expression\":\"user.secondEmail\",\"pushStatus\":\"DONT_PUSH\"}");
    }

    @Test
    void endsTheMappingOfAnAttributeByNull() {
        var mapping = mappingTo(app("Campaigns"));
        var none = new HashMap<String, @Nullable String>();
        none.put("lastName", null);

        update(mapping, none, Map.of());

        assertThat(properties(mapping).propertyNames()).containsExactly("firstName", "email");
    }

    @Test
    void makesNothingOfAHiddenAttribute() {
        var hiding = RawClient.connected(servers.hiding("salary"));
        var arguments =
                Map.of(
                        "mapping_id",
                        mappingTo(app("Expenses")),
                        "expressions",
                        Map.of("nickName", "user.salary"));

        var result = hiding.call("update_profile_mapping", arguments);

        assertThat(result.failed()).isTrue();
        assertThat(result.text()).contains("salary");
    }
}
