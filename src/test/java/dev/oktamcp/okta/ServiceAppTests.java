package dev.oktamcp.okta;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

import dev.oktamcp.fixture.CallResult;
import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.SimulatedOrgInitializer;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.simulation.ServiceApp;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.test.context.ContextConfiguration;

import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// An API services app in place of an API token: `private_key_jwt`, with and without DPoP.
@ServerTest
@ContextConfiguration(initializers = {SimulatedOrgInitializer.class, ServiceAppTests.App.class})
class ServiceAppTests {

    private static final String CLIENT_ID = "0oaServiceApp0000001";
    private static final RSAKey KEY = key();

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("k1").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ServiceApp app() {
        return ServiceApp.of(CLIENT_ID, KEY.toPublicJWK().toJSONString())
                .withScopes("okta.users.read", "okta.groups.manage");
    }

    /// After the one that starts the org and would connect by API token.
    @Order(Ordered.LOWEST_PRECEDENCE)
    static class App implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(
                            "okta.api.token=",
                            "okta.client.id=" + CLIENT_ID,
                            "okta.private.key=" + KEY.toJSONString(),
                            "okta.scopes=okta.users.read okta.groups.manage")
                    .applyTo(context);
        }
    }

    private final SimulatedOrg org;
    private final RawClient client;

    ServiceAppTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.client = RawClient.connected(servers.full());
    }

    /// Every test begins without a token that Okta would take.
    @BeforeEach
    void freshToken() {
        org.hasServiceApp(app());
        org.accessTokens().expire();
        org.forgetRequests();
    }

    private CallResult listUsers() {
        return client.call("list_users", Map.of("limit", 1));
    }

    @Test
    void callsWithATokenAndKeepsIt() {
        assertThat(listUsers().failed()).isFalse();
        assertThat(listUsers().failed()).isFalse();

        assertThat(org.accessTokens().requested()).isEqualTo(1);
    }

    @Test
    void provesPossessionWhereTheAppDemandsIt() {
        org.hasServiceApp(app().withDpop());

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
        var tools =
                client.request("tools/list", "{}").at("/result/tools").findValuesAsString("name");

        assertThat(tools)
                .contains("list_users", "list_groups", "add_user_to_group")
                .doesNotContain("get_logs", "suspend_user");
        var info = client.call("get_server_info", Map.of()).value();
        assertThat(info.at("/hidden_tools/scope").asInt()).isEqualTo(3);
    }

    @Test
    void saysWhatOktaHasAgainstTheApp() {
        org.hasServiceApp(app().withScopes());

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
