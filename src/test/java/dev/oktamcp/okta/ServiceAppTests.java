package dev.oktamcp.okta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.CallResult;
import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.SimulatedOrgInitializer;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;

import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// An API services app in place of an API token: `private_key_jwt`, with and without DPoP.
@ServerTest
@ContextConfiguration(initializers = {SimulatedOrgInitializer.class, TestApp.Connected.class})
class ServiceAppTests {

    private final SimulatedOrg org;
    private final RawClient client;

    ServiceAppTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.client = RawClient.connected(servers.full());
    }

    /// Every test begins without a token that Okta would take.
    @BeforeEach
    void freshToken() {
        org.hasServiceApp(TestApp.app());
        org.accessTokens().expire();
        org.forgetRequests();
    }

    private CallResult listUsers() {
        return client.call("list_users", Map.of("limit", 1));
    }

    @Test
    void tellsTheScopesThatItHas() {
        listUsers();

        var info = client.call("get_server_info", Map.of()).value();

        assertThat(info.path("credential").stringValue()).isEqualTo("OAUTH");
        assertThat(info.path("scopes").toString())
                .isEqualTo("[\"okta.groups.manage\",\"okta.users.read\"]");
    }

    @Test
    void callsWithATokenAndKeepsIt() {
        assertThat(listUsers().failed()).isFalse();
        assertThat(listUsers().failed()).isFalse();

        assertThat(org.accessTokens().requested()).isEqualTo(1);
    }

    @Test
    void provesPossessionWhereTheAppDemandsIt() {
        org.hasServiceApp(TestApp.app().withDpop());

        assertThat(listUsers().failed()).isFalse();
        assertThat(listUsers().failed()).isFalse();
        assertThat(org.accessTokens().requested())
                .as("without a proof, without a nonce, with both")
                .isEqualTo(3);
    }

    @Test
    void goesOnWithANewTokenWhereTheOldOneWasRevoked() {
        listUsers();
        org.accessTokens().revoke();

        assertThat(listUsers().failed()).isFalse();
        assertThat(org.accessTokens().requested()).isEqualTo(2);
    }

    @Test
    void asksForOneTokenHoweverManyCallsWaitForIt() throws InterruptedException {
        listUsers();
        org.accessTokens().expire();
        org.forgetRequests();
        var start = new CountDownLatch(1);
        var results = new ArrayList<Future<CallResult>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                results.add(
                        threads.submit(() -> {
                            start.await();
                            return listUsers();
                        }));
            }
            start.countDown();
        }

        assertThat(results).allMatch(result -> !result.resultNow().failed());
        assertThat(org.accessTokens().requested()).isEqualTo(1);
    }

    @Test
    void hidesWhatItsScopesDoNotReach() {
        var tools = client.toolNames();

        assertThat(tools)
                .contains("list_users", "list_groups", "add_user_to_group")
                .doesNotContain("get_logs", "suspend_user");
        var info = client.call("get_server_info", Map.of()).value();
        assertThat(info.at("/hidden_tools/scope").asInt()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void leavesOutOfAnOverviewWhatItsScopesDoNotReach() {
        var ada = Map.of("user", "ada.lovelace@example.com");

        var overview = client.call("get_user_overview", ada).value();

        assertThat(overview.path("left_out").findValuesAsString("part"))
                .containsExactly("admin_roles");
        assertThat(overview.path("groups").path("count").asInt()).isPositive();
        assertThat(overview.path("factors").path("count").asInt()).isPositive();
        assertThat(client.toolNames())
                .contains("find_user", "explain_sign_in_failure")
                .doesNotContain("list_admins", "explain_access");
    }

    @Test
    void saysWhatOktaHasAgainstTheApp() {
        org.hasServiceApp(TestApp.app().withScopes());

        var result = listUsers();

        assertThat(result.code()).isEqualTo("UNAVAILABLE");
        assertThat(result.text())
                .contains("consent_required")
                .contains("key, scopes and admin roles");
    }

    @Test
    void showsNoToken() {
        var answer = listUsers().response().toString();

        assertThat(answer).doesNotContain("eyJ");
    }
}
