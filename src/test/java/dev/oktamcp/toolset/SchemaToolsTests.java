package dev.oktamcp.toolset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.simulation.SimulatedOrg;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.Map;

@ServerTest
class SchemaToolsTests {

    private final SimulatedOrg org;
    private final TestServers servers;
    private final RawClient client;

    SchemaToolsTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.servers = servers;
        this.client = RawClient.connected(servers.full());
    }

    private String app(String label) {
        var found = client.call("list_applications", Map.of("q", label)).value();
        return found.at("/items/0/id").stringValue();
    }

    private static JsonNode attribute(JsonNode attributes, String name) {
        return attributes
                .path("items")
                .valueStream()
                .filter(each -> each.path("name").stringValue().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode update(String app, Map<String, ?> attributes) {
        var arguments = Map.of("app_id", app, "attributes", attributes);
        return client.call("update_application_user_schema", arguments).value();
    }

    @Test
    void addsAnAttributeToAnAppAndKeepsTheOthers() {
        var app = app("Ledger");
        update(app, Map.of("desk", Map.of("title", "Desk", "type", "integer")));

        update(app, Map.of("badge", Map.of("title", "Badge", "type", "string")));

        var now = client.call("get_application_user_schema", Map.of("app_id", app)).value();
        assertThat(now.path("items").findValuesAsString("name"))
                .containsExactly("userName", "desk", "badge");
        assertThat(attribute(now, "desk").path("type").stringValue()).isEqualTo("integer");
    }

    @Test
    void changesOnlyWhatIsGivenOfAnAttribute() {
        var app = app("Cloud Console");
        var whole = Map.of("title", "Role", "type", "string", "externalName", "app_role");
        update(app, Map.of("role", whole));

        var now = update(app, Map.of("role", Map.of("title", "Role in the app")));

        assertThat(attribute(now, "role"))
                .hasToString(
                        "{\"name\":\"role\",\"title\":\"Role in the"
                            + " app\",\"type\":\"string\",\"required\":false,\"custom\":true,\"external_name\":\"app_role\"}");
    }

    @Test
    void removesNoAttribute() {
        var nothing = new HashMap<String, @Nullable Object>();
        nothing.put("badge", null);
        var arguments = Map.of("app_id", app("Mail"), "attributes", nothing);

        var result = client.call("update_application_user_schema", arguments);

        assertThat(result.code()).isEqualTo("INVALID_ARGUMENTS");
        assertThat(org.requests().toString()).doesNotContain("POST");
    }

    @Test
    void changesNoAttributeThatIsNotCustom() {
        var attributes = Map.of("login", Map.of("title", "Name"));

        var result = client.call("update_user_schema", Map.of("attributes", attributes));

        assertThat(result.text()).contains("login is no custom attribute");
        assertThat(org.requests().toString()).doesNotContain("POST");
    }

    @Test
    void handsOnThatANewAttributeNeedsAType() {
        var attributes = Map.of("shoe", Map.of("title", "Shoe size"));

        var result = client.call("update_user_schema", Map.of("attributes", attributes));

        assertThat(result.text()).contains("E0000001").contains("shoe");
    }

    @Test
    void addsAnAttributeToUsers() {
        var shoe = Map.of("shoeSize", Map.of("title", "Shoe size", "type", "number"));

        client.call("update_user_schema", Map.of("attributes", shoe)).value();

        var now = client.call("get_user_profile_attributes", Map.of()).value();
        assertThat(attribute(now, "shoeSize").path("custom").asBoolean(false)).isTrue();
    }

    @Test
    void addsAnAttributeToGroups() {
        var floor = Map.of("floor", Map.of("title", "Floor", "type", "integer"));

        client.call("update_group_schema", Map.of("attributes", floor)).value();

        var now = client.call("get_group_schema", Map.of()).value();
        assertThat(attribute(now, "floor").path("title").stringValue()).isEqualTo("Floor");
        assertThat(attribute(now, "name").path("required").asBoolean(false)).isTrue();
    }

    @Test
    void marksWhatIsHidden() {
        var app = app("Source Code");
        update(app, Map.of("salary", Map.of("title", "Salary", "type", "number")));

        var hiding = RawClient.connected(servers.hiding("salary"));
        var shown = hiding.call("get_application_user_schema", Map.of("app_id", app)).value();

        assertThat(attribute(shown, "salary").path("hidden").asBoolean(false)).isTrue();
    }
}
