package dev.oktamcp.okta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.SimulatedOrgInitializer;
import dev.oktamcp.fixture.StatelessClient;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;

/// What the org does not let the connection's app do: by its scopes, or by its admin roles.
@ServerTest
@ContextConfiguration(initializers = {SimulatedOrgInitializer.class, TestApp.Connected.class})
class ForbiddenTests {

    private static final String TOOLS = "{\"notifications\":{\"toolsListChanged\":true}}";

    private final SimulatedOrg org;
    private final RawClient client;

    ForbiddenTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.client = RawClient.connected(servers.full());
    }

    @BeforeEach
    void freshToken() {
        org.hasServiceApp(TestApp.app());
        org.accessTokens().revoke();
        client.call("list_users", Map.of("limit", 1)).value();
        org.accessTokens().revoke();
    }

    private List<String> listed() {
        return client.toolNames();
    }

    @Test
    void showsWhatOktaGrantedNotWhatWasAskedFor() {
        org.hasServiceApp(TestApp.app().withScopes("okta.users.read"));
        assertThat(listed()).contains("list_groups");

        client.call("list_users", Map.of("limit", 1)).value();

        assertThat(listed()).contains("list_users").doesNotContain("list_groups");
    }

    @Test
    void tellsThatOktaGrantsOtherScopesNow() {
        try (var stream =
                StatelessClient.of(client.url())
                        .open("subscriptions/listen", StatelessClient.params(TOOLS))) {
            stream.message();
            org.hasServiceApp(TestApp.app().withScopes("okta.users.read"));

            client.call("list_users", Map.of("limit", 1)).value();

            assertThat(stream.message().path("method").asString())
                    .isEqualTo("notifications/tools/list_changed");
        }
    }

    @Test
    void namesTheScopeThatIsMissing() {
        org.hasServiceApp(TestApp.app().withScopes("okta.users.read"));

        var refused = client.call("list_groups", Map.of());

        assertThat(refused.text()).contains("403").contains("the scope okta.groups.read");
        assertThat(failure(refused.response()).path("missing_scope").asString(""))
                .isEqualTo("okta.groups.read");
    }

    @Test
    void tellsAMissingAdminRoleFromAMissingScope() {
        org.hasServiceApp(TestApp.app().withRoles("READ_ONLY_ADMIN"));
        var user = org.hasUser("no.role@example.com");
        var group = org.hasGroup("No role");

        var refused = client.call("add_user_to_group", Map.of("group_id", group, "user_id", user));

        assertThat(refused.text())
                .contains("E0000006")
                .contains("admin role")
                .doesNotContain("scope");
        assertThat(failure(refused.response()).has("missing_scope")).isFalse();
    }

    private static JsonNode failure(JsonNode response) {
        return response.path("result").path("_meta").path("dev.oktamcp/failure");
    }
}
