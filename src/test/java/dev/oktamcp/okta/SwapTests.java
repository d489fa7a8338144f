package dev.oktamcp.okta;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;

import dev.oktamcp.connection.Connections;
import dev.oktamcp.fixture.CallResult;
import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestKeys;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.simulation.Fault;
import dev.oktamcp.simulation.ServiceApp;
import dev.oktamcp.simulation.SimulatedOrg;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;

/// A connection's credentials are swapped while it is in use.
@ServerTest
@Import(SwapTests.Swappable.class)
class SwapTests {

    private static final RSAKey KEY = TestKeys.rsa("k1");

    private final SimulatedOrg org;
    private final SwappableOrgs orgs;
    private final OktaMemory memory;
    private final String connection;
    private final RawClient client;

    SwapTests(
            @Autowired SimulatedOrg org,
            @Autowired SwappableOrgs orgs,
            @Autowired OktaMemory memory,
            @Autowired Connections connections,
            @Autowired TestServers servers) {
        this.org = org;
        this.orgs = orgs;
        this.memory = memory;
        this.connection = connections.named("default").orElseThrow().id();
        this.client = RawClient.connected(servers.readOnly());
    }

    static final class SwappableOrgs implements Orgs {

        private volatile Optional<Org> org = Optional.empty();

        @Override
        public Optional<Org> org(OktaPrincipal principal) {
            return org;
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Swappable {

        @Bean
        @Primary
        SwappableOrgs swappableOrgs() {
            return new SwappableOrgs();
        }
    }

    @BeforeEach
    void twoApps() {
        var key = KEY.toPublicJWK().toJSONString();
        var scopes = new String[] {"okta.users.read", "okta.groups.read"};
        org.hasServiceApp(ServiceApp.of("0oaOld", key).withScopes(scopes).withRoles());
        org.hasServiceApp(ServiceApp.of("0oaNew", key).withScopes(scopes));
        swap("0oaOld");
        memory.forget(connection);
    }

    private void swap(String clientId) {
        swap(new Credentials.ServiceApp(clientId, KEY, Set.of("okta.users.read")));
    }

    private void swap(Credentials credentials) {
        var url = OrgUrl.of(org.url().toString(), List.of(), true);
        orgs.org = Optional.of(new Org(url, credentials));
    }

    private CallResult listUsers() {
        return client.call("list_users", Map.of("limit", 1));
    }

    /// Okta takes the old app's token and refuses what it asks for.
    private static void wentOut(CallResult result, boolean withNew) {
        assertThat(result.failed()).as(result.text()).isEqualTo(!withNew);
        if (!withNew) {
            assertThat(result.text()).contains("E0000006");
        }
    }

    private void aTokenIsAskedFor() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> org.accessTokens().requested() > 0);
    }

    @Test
    void theNextCallUsesTheNewCredentials() {
        wentOut(listUsers(), false);

        swap("0oaNew");

        wentOut(listUsers(), true);
    }

    @Test
    void noCallUsesATokenThatWasAskedForBeforeTheSwap() throws Exception {
        org.next(Fault.delay(Duration.ofMillis(700)));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var before = threads.submit(this::listUsers);
            aTokenIsAskedFor();
            swap("0oaNew");
            memory.forget(connection);

            wentOut(listUsers(), true);
            assertThat(before.isDone()).as("the old token is still under way").isFalse();
            wentOut(before.get(), false);
        }
        wentOut(listUsers(), true);
        assertThat(org.accessTokens().requested()).isEqualTo(2);
    }

    @Test
    void whoComesBackToTheOldCredentialsGetsAnotherToken() throws Exception {
        org.next(Fault.delay(Duration.ofMillis(300)));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var before = threads.submit(this::listUsers);
            aTokenIsAskedFor();
            memory.forget(connection);
            wentOut(before.get(), false);
        }
        wentOut(listUsers(), false);

        assertThat(org.accessTokens().requested()).isEqualTo(2);
    }

    @Test
    void tellsTheScopesOfTheCredentialsOfNow() {
        wentOut(listUsers(), false);
        swap(new Credentials.ServiceApp("0oaNew", KEY, Set.of("okta.groups.read")));

        var info = client.call("get_server_info", Map.of()).value();

        assertThat(info.path("scopes").toString()).isEqualTo("[\"okta.groups.read\"]");
    }

    @Test
    void newCredentialsDoNotWaitForWhatTheOldOnesUsedUp() {
        wentOut(listUsers(), false);
        org.next(Fault.rateLimit(Duration.ofMinutes(1)));
        assertThat(listUsers().code()).isEqualTo("RATE_LIMITED");
        assertThat(listUsers().text()).contains("nothing was sent");
        swap("0oaNew");
        memory.forget(connection);

        wentOut(listUsers(), true);
    }
}
