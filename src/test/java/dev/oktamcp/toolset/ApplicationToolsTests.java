package dev.oktamcp.toolset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.AgreeingClient;
import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.server.ServerDefinition.Filter;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

@ServerTest
class ApplicationToolsTests {

    private final SimulatedOrg org;
    private final TestServers servers;
    private final RawClient client;

    ApplicationToolsTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.servers = servers;
        this.client = RawClient.connected(servers.full());
    }

    private static Map<String, Object> bookmark(String label) {
        return Map.of(
                "name",
                "bookmark",
                "label",
                label,
                "signOnMode",
                "BOOKMARK",
                "settings",
                Map.of("app", Map.of("url", "https://" + label + ".example.com")));
    }

    private Map<String, Object> made(String label, boolean active) {
        var arguments = Map.of("app_config", bookmark(label), "activate", active);
        var app = client.agreed("create_application", arguments).value();
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
    void listsAppsByTheBeginningOfTheirLabel() {
        var page = client.call("list_applications", Map.of("q", "Payr")).value();

        assertThat(page.path("items").findValuesAsString("label")).containsExactly("Payroll");
        assertThat(page.at("/items/0").has("settings")).isFalse();
    }

    @Test
    void listsAppsByTheirStatus() {
        var inactive = Map.of("filter", "status eq \"INACTIVE\"", "include_non_deleted", true);

        var page = client.call("list_applications", inactive).value();

        assertThat(page.path("items").findValuesAsString("label")).contains("Old Intranet");
        assertThat(page.path("items").findValuesAsString("status")).containsOnly("INACTIVE");
    }

    @Test
    void getsAnAppWithItsSettings() {
        var app = get(seeded("Payroll"));

        assertThat(app.path("signOnMode").stringValue()).isEqualTo("SAML_2_0");
        assertThat(app.at("/settings/signOn").isObject()).isTrue();
    }

    @Test
    void createsAnAppThatWaits() {
        var app = get(made("waiting", false));

        assertThat(app.path("status").stringValue()).isEqualTo("INACTIVE");
        assertThat(app.at("/settings/app/url").stringValue())
                .isEqualTo("https://waiting.example.com");
    }

    @Test
    void keepsAClientSecretToItself() {
        var oauthClient = Map.of("grant_types", List.of("authorization_code"));
        var config =
                Map.of(
                        "name", "oidc_client",
                        "label", "Secretive",
                        "signOnMode", "OPENID_CONNECT",
                        "credentials", Map.of("oauthClient", Map.of()),
                        "settings", Map.of("oauthClient", oauthClient));

        var app = client.agreed("create_application", Map.of("app_config", config)).value();

        assertThat(app.at("/credentials/oauthClient/client_secret").asString(""))
                .doesNotStartWith("sec");
        assertThat(app.at("/credentials/oauthClient/client_id").stringValue())
                .isEqualTo(app.path("id").stringValue());
    }

    @Test
    void handsOnWhyAnAppCantBeCreated() {
        var config = new HashMap<>(bookmark("x"));
        config.put("label", " ");

        assertThat(client.agreed("create_application", Map.of("app_config", config)).text())
                .contains("E0000001")
                .contains("label");
    }

    @Test
    void deletesAnInactiveAppAfterAYes() {
        var app = made("gone", false);

        var done = client.agreed("delete_application", app).value();

        assertThat(done.path("done").stringValue()).contains("gone");
        assertThat(client.call("get_application", app).text()).contains("HTTP 404, E0000007");
    }

    @Test
    void deletesNoActiveApp() {
        var app = made("in-use", true);

        var result = client.agreed("delete_application", app);

        assertThat(result.code()).isEqualTo("INVALID_ARGUMENTS");
        assertThat(result.text()).contains("is ACTIVE").contains("deactivate_application");
        assertThat(org.requests().toString()).doesNotContain("DELETE");
    }

    @Test
    void deactivatesAnAppAfterAYesAndActivatesItAgain() {
        var app = made("off-and-on", true);

        try (var agreeing = new AgreeingClient(servers.full())) {
            agreeing.call("deactivate_application", app).value();
            assertThat(agreeing.questions()).hasSize(1);
        }
        assertThat(get(app).path("status").stringValue()).isEqualTo("INACTIVE");
        client.call("activate_application", app).value();
        assertThat(get(app).path("status").stringValue()).isEqualTo("ACTIVE");
    }

    @Test
    void deactivatesNoAppWhereNobodyCanBeAsked() {
        var app = made("stays-on", true);

        var result = client.call("deactivate_application", app);

        assertThat(result.code()).isEqualTo("NOT_CONFIRMED");
        assertThat(get(app).path("status").stringValue()).isEqualTo("ACTIVE");
    }

    @Test
    void tellsHowManyPeopleLoseAnApp() {
        var app = new HashMap<>(made("counted", true));
        for (var login : List.of("one@example.org", "two@example.org")) {
            var user = Map.of("app_id", app.get("app_id"), "user_id", org.hasUser(login));
            client.call("assign_user_to_application", user).value();
        }
        app.put("dry_run", true);

        var told = client.call("deactivate_application", app).value();

        assertThat(told.at("/reach/0").asString("")).isEqualTo("People who lose this app: 2.");
        assertThat(told.path("target").asString("")).contains("counted");
        assertThat(told.path("undo").asString("")).contains("activate_application");
    }

    @Test
    void saysThatItDoesNotKnowHowMany() {
        var writes = RawClient.connected(servers.with(Filter.ofMethods("custom")));
        var app = new HashMap<>(made("uncounted", true));
        app.put("dry_run", true);

        var told = writes.call("deactivate_application", app).value();

        assertThat(told.path("notes").toString()).contains("listApplicationUsers");
    }
}
