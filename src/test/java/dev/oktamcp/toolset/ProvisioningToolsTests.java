package dev.oktamcp.toolset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.util.Map;

@ServerTest
class ProvisioningToolsTests {

    private static final String FEATURE = "USER_PROVISIONING";

    private final RawClient client;

    ProvisioningToolsTests(@Autowired TestServers servers) {
        this.client = RawClient.connected(servers.full());
    }

    private Map<String, Object> app(String label) {
        var found = client.call("list_applications", Map.of("q", label)).value();
        return Map.of("app_id", found.at("/items/0/id").stringValue());
    }

    private JsonNode status(Map<String, Object> app) {
        return client.call("get_provisioning_connection", app).value().path("status");
    }

    @Test
    void listsWhatAnAppCanBeProvisionedWith() {
        var page = client.call("list_application_features", app("Recruiting")).value();

        assertThat(page.path("items").findValuesAsString("name")).containsExactly(FEATURE);
        assertThat(client.call("list_application_features", app("Chat")).value().path("items"))
                .isEmpty();
    }

    @Test
    void switchesOneCapabilityOnAndKeepsItsNeighbours() {
        var app = app("Bug Tracker").get("app_id");
        var random = Map.of("update", Map.of("password", Map.of("status", "ENABLED")));
        var on = Map.of("update", Map.of("profile", Map.of("status", "ENABLED")));
        update(app, random);

        update(app, on);

        var feature = Map.of("app_id", app, "feature_name", FEATURE);
        var now = client.call("get_application_feature", feature).value().path("capabilities");
        assertThat(now.at("/update/profile/status").stringValue()).isEqualTo("ENABLED");
        assertThat(now.at("/update/password/status").stringValue()).isEqualTo("ENABLED");
        assertThat(now.at("/update/password/seed").stringValue()).isEqualTo("RANDOM");
        assertThat(now.at("/create/lifecycleCreate/status").stringValue()).isEqualTo("DISABLED");
    }

    private void update(@Nullable Object app, Map<String, ?> capabilities) {
        var arguments =
                Map.of("app_id", app, "feature_name", FEATURE, "capabilities", capabilities);
        client.call("update_application_feature", arguments).value();
    }

    @Test
    void handsOnThatAnAppHasNoSuchFeature() {
        var arguments = Map.of("app_id", app("Chat").get("app_id"), "feature_name", FEATURE);

        assertThat(client.call("get_application_feature", arguments).text()).contains("E0000007");
    }

    @Test
    void switchesAConnectionOnAndOffAfterAYes() {
        var app = app("Monitoring");

        client.agreed("activate_provisioning_connection", app).value();
        assertThat(status(app).stringValue()).isEqualTo("ENABLED");
        client.agreed("deactivate_provisioning_connection", app).value();
        assertThat(status(app).stringValue()).isEqualTo("DISABLED");
    }

    @Test
    void switchesNothingWhereNobodyCanBeAsked() {
        var app = app("Travel");

        assertThat(client.call("activate_provisioning_connection", app).code())
                .isEqualTo("NOT_CONFIRMED");
        assertThat(client.call("deactivate_provisioning_connection", app).code())
                .isEqualTo("NOT_CONFIRMED");
        assertThat(status(app).stringValue()).isEqualTo("DISABLED");
    }

    @Test
    void tellsThatAnAppCantBeProvisioned() {
        assertThat(status(app("Chat")).stringValue()).isEqualTo("UNKNOWN");
    }
}
