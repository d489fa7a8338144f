package dev.oktamcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;

import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestApi;
import dev.oktamcp.fixture.TestKeys;
import dev.oktamcp.simulation.ServiceApp;
import dev.oktamcp.simulation.SimulatedOrg;
import dev.oktamcp.simulation.SimulationSettings;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;

/// The tokens of one connection, their scopes and what was learned by them are no other's. All ask
/// for the same scopes: what tells them apart is what Okta granted.
@ServerTest
class ScopeTenancyTests {

    private static final String USERS = "okta.users.read";
    private static final String GROUPS = "okta.groups.read";
    private static final RSAKey FIRST = TestKeys.rsa("k1");
    private static final RSAKey SECOND = TestKeys.rsa("k2");
    private static final SimulatedOrg ONE = org(1);
    private static final SimulatedOrg TWO = org(2);

    private final TestApi api;

    ScopeTenancyTests(@Autowired TestApi api) {
        this.api = api;
    }

    private static SimulatedOrg org(int number) {
        return SimulatedOrg.start(SimulationSettings.defaults().withSeed(number));
    }

    @AfterAll
    static void stop() {
        ONE.close();
        TWO.close();
    }

    /// A server whose app was granted this scope alone.
    private Tenant tenant(SimulatedOrg org, String clientId, RSAKey key, String granted) {
        org.hasServiceApp(
                ServiceApp.of(clientId, key.toPublicJWK().toJSONString()).withScopes(granted));
        var auth = TestKeys.auth(clientId, key, List.of(USERS, GROUPS));
        return Tenant.of(api, org, Tenant.connection(api, org, auth));
    }

    @Test
    void keepsAppsOfTwoOrgsApartThatHaveTheSameClientId() {
        keepsApart(
                tenant(ONE, "0oaSameInBoth", FIRST, USERS),
                tenant(TWO, "0oaSameInBoth", SECOND, GROUPS));
    }

    @Test
    void keepsTwoAppsOfOneOrgApart() {
        keepsApart(
                tenant(ONE, "0oaForUsers", FIRST, USERS),
                tenant(ONE, "0oaForGroups", SECOND, GROUPS));
    }

    private static void keepsApart(Tenant users, Tenant groups) {
        for (var i = 0; i < 2; i++) {
            assertThat(reads(users, "list_users")).isTrue();
            assertThat(reads(groups, "list_groups")).isTrue();
        }

        assertThat(tools(users)).contains("list_users").doesNotContain("list_groups");
        assertThat(tools(groups)).contains("list_groups").doesNotContain("list_users");
        assertThat(scopes(users)).containsExactly(USERS);
        assertThat(scopes(groups)).containsExactly(GROUPS);
        assertThat(buckets(users)).containsExactly("users");
        assertThat(buckets(groups)).containsExactly("groups");
        assertThat(reads(users, "list_groups")).isFalse();
        assertThat(reads(groups, "list_users")).isFalse();
    }

    private static boolean reads(Tenant tenant, String tool) {
        return !tenant.client().call(tool, Map.of("limit", 1)).failed();
    }

    private static List<String> tools(Tenant tenant) {
        return tenant.client()
                .request("tools/list", "{}")
                .at("/result/tools")
                .valueStream()
                .map(tool -> tool.at("/name").asString())
                .toList();
    }

    private static List<String> buckets(Tenant tenant) {
        return info(tenant)
                .at("/rate_limits")
                .valueStream()
                .map(ScopeTenancyTests::bucket)
                .toList();
    }

    private static String bucket(JsonNode line) {
        return line.at("/bucket").asString();
    }

    private static List<String> scopes(Tenant tenant) {
        return info(tenant).at("/scopes").valueStream().map(JsonNode::asString).toList();
    }

    private static JsonNode info(Tenant tenant) {
        return tenant.client().call("get_server_info", Map.of()).value();
    }
}
