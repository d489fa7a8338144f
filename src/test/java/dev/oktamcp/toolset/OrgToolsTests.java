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

/// Authenticators, identity providers, authorization servers, API tokens and event hooks.
@ServerTest
class OrgToolsTests {

    private final SimulatedOrg org;
    private final RawClient client;
    private final OrgIds ids;

    OrgToolsTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.client = RawClient.connected(servers.full());
        this.ids = new OrgIds(client);
    }

    private JsonNode items(String tool, Map<String, Object> arguments) {
        return client.call(tool, arguments).value().path("items");
    }

    @Test
    void tellsByWhatPeopleCanProveWhoTheyAre() {
        assertThat(items("list_authenticators", Map.of()).findValuesAsString("key"))
                .contains("okta_password", "okta_verify", "webauthn");

        var phone = ids.named("list_authenticators", Map.of(), "Phone");
        var found = client.call("get_authenticator", Map.of("authenticator_id", phone)).value();
        assertThat(found.path("status").stringValue()).isEqualTo("INACTIVE");
    }

    @Test
    void findsIdentityProvidersByNameAndType() {
        assertThat(items("list_identity_providers", Map.of("q", "Partner")))
                .singleElement()
                .satisfies(
                        found -> assertThat(found.path("type").stringValue()).isEqualTo("SAML2"));
        assertThat(items("list_identity_providers", Map.of("type", "GOOGLE")))
                .singleElement()
                .satisfies(
                        found -> assertThat(found.path("name").stringValue()).isEqualTo("Google"));
    }

    @Test
    void showsNoSecretOfAnIdentityProvider() {
        var google = ids.named("list_identity_providers", Map.of(), "Google");

        var found = client.call("get_identity_provider", Map.of("idp_id", google)).value();

        assertThat(found.at("/protocol/credentials/client/client_id").stringValue())
                .isEqualTo("example.apps");
        assertThat(found.toString()).doesNotContain("canary").contains("[redacted]");
    }

    @Test
    void findsAuthorizationServersByAudience() {
        var found = items("list_authorization_servers", Map.of("q", "payments.example"));

        assertThat(found.findValuesAsString("name")).containsExactly("Payments");
        var id = Map.of("auth_server_id", found.get(0).path("id").stringValue());
        var server = client.call("get_authorization_server", id).value();
        assertThat(server.path("issuer").stringValue()).endsWith("/oauth2/payments");
    }

    @Test
    void showsToWhereEventsGoAndNotByWhatOktaProvesItself() {
        var hooks = client.call("list_event_hooks", Map.of()).value();

        assertThat(hooks.at("/items/0/channel/config/uri").stringValue())
                .isEqualTo("https://payroll.example.com/leavers");
        assertThat(hooks.toString()).doesNotContain("canary");
    }

    @Test
    void revokesAnApiTokenAfterAYes() {
        assertThat(items("list_api_tokens", Map.of()).toString()).doesNotContain(org.apiToken());
        var token =
                Map.<String, Object>of(
                        "api_token_id", ids.named("list_api_tokens", Map.of(), "Nightly export"));

        client.agreed("revoke_api_token", token).value();

        assertThat(items("list_api_tokens", Map.of()).findValuesAsString("name"))
                .contains("Directory agent")
                .doesNotContain("Nightly export");
    }

    @Test
    void revokesNoApiTokenWithoutAYes() {
        var token =
                Map.of("api_token_id", ids.named("list_api_tokens", Map.of(), "Directory agent"));

        assertThat(client.call("revoke_api_token", token).code()).isEqualTo("NOT_CONFIRMED");
        assertThat(items("list_api_tokens", Map.of()).findValuesAsString("name"))
                .contains("Directory agent");
    }
}
