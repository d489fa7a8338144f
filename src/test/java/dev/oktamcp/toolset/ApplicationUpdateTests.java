package dev.oktamcp.toolset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A change of a part of an app leaves the rest as it is.
@ServerTest
class ApplicationUpdateTests {

    private final RawClient client;

    ApplicationUpdateTests(@Autowired TestServers servers) {
        this.client = RawClient.connected(servers.full());
    }

    private Map<String, Object> made(String label) {
        var config =
                Map.of(
                        "name",
                        "bookmark",
                        "label",
                        label,
                        "signOnMode",
                        "BOOKMARK",
                        "settings",
                        Map.of("app", Map.of("url", "https://%s.example.com".formatted(label))));
        var app = client.agreed("create_application", Map.of("app_config", config)).value();
        return Map.of("app_id", app.path("id").stringValue());
    }

    private JsonNode get(Map<String, Object> app) {
        return client.call("get_application", app).value();
    }

    private Map<String, Object> seeded(String label) {
        var found = client.call("list_applications", Map.of("q", label)).value();
        return Map.of("app_id", found.at("/items/0/id").stringValue());
    }

    @Test
    void changesWhatIsGivenAtAnyDepthAndKeepsAllElse() {
        var app = seeded("Customers");
        var before = get(app);
        var hidden = Map.of("visibility", Map.of("hide", Map.of("web", true)));

        var changed = client.agreed("update_application", with(app, hidden)).value();

        assertThat(changed.at("/visibility/hide/web").asBoolean(false)).isTrue();
        var expected = (ObjectNode) before.deepCopy();
        expected.withObject("/visibility/hide").put("web", true);
        assertThat(whole(get(app))).isEqualTo(whole(expected));
    }

    /// Okta drops what is null, and writes the time.
    private static JsonNode whole(JsonNode app) {
        var whole = (ObjectNode) app.deepCopy();
        whole.remove(List.of("lastUpdated"));
        dropNulls(whole);
        return whole;
    }

    private static void dropNulls(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.removeIf(JsonNode::isNull);
        }
        node.forEach(ApplicationUpdateTests::dropNulls);
    }

    private static Map<String, Object> with(Map<String, Object> app, Map<String, ?> config) {
        return Map.of("app_id", app.get("app_id"), "app_config", config);
    }

    @Test
    void clearsAPropertyByNull() {
        var app = made("noted");
        var notes = Map.of("settings", Map.of("notes", Map.of("admin", "Ask Ada")));
        client.agreed("update_application", with(app, notes)).value();
        var none = new HashMap<String, @Nullable Object>();
        none.put("admin", null);

        client.agreed("update_application", with(app, Map.of("settings", Map.of("notes", none))))
                .value();

        assertThat(get(app).at("/settings/notes/admin").asString("")).isEmpty();
        assertThat(get(app).at("/settings/app/url").stringValue()).contains("noted");
    }

    @Test
    void refusesWhatOktaWouldPassOver() {
        var app = made("still-on");

        var result = client.agreed("update_application", with(app, Map.of("status", "INACTIVE")));

        assertThat(result.code()).isEqualTo("INVALID_ARGUMENTS");
        assertThat(result.text()).contains("deactivate_application");
    }

    @Test
    void changesNoAppWhereNobodyCanBeAsked() {
        var app = made("unasked");

        var result = client.call("update_application", with(app, Map.of("label", "Other")));

        assertThat(result.code()).isEqualTo("NOT_CONFIRMED");
        assertThat(get(app).path("label").stringValue()).isEqualTo("unasked");
    }
}
