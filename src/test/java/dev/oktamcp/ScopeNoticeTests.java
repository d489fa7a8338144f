package dev.oktamcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;

import dev.oktamcp.fixture.OpenStream;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.SettableClock;
import dev.oktamcp.fixture.TestApi;
import dev.oktamcp.fixture.TestKeys;
import dev.oktamcp.simulation.ServiceApp;
import dev.oktamcp.simulation.SimulatedOrg;
import dev.oktamcp.simulation.SimulationSettings;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Clients are told that their list of tools has changed when other scopes are granted, and not
/// when a token has only come to its end.
@ServerTest
class ScopeNoticeTests {

    private static final String USERS = "okta.users.read";
    private static final String GROUPS = "okta.groups.read";
    private static final Duration AFTER_A_TOKEN = Duration.ofMinutes(61);
    private static final RSAKey KEY = TestKeys.rsa("k1");
    private static final SimulatedOrg ORG =
            SimulatedOrg.start(SimulationSettings.defaults().withSeed(7));

    private final TestApi api;
    private final SettableClock clock;
    private final Tenant tenant;

    ScopeNoticeTests(@Autowired TestApi api, @Autowired SettableClock clock) {
        this.api = api;
        this.clock = clock;
        granted(USERS);
        var auth = TestKeys.auth("0oaNotices", KEY, List.of(USERS, GROUPS));
        this.tenant = Tenant.of(api, ORG, Tenant.connection(api, ORG, auth));
    }

    private static void granted(String... scopes) {
        ORG.hasServiceApp(
                ServiceApp.of("0oaNotices", KEY.toPublicJWK().toJSONString()).withScopes(scopes));
    }

    @AfterEach
    void now() {
        clock.goBackToNow();
    }

    @AfterAll
    static void stop() {
        ORG.close();
    }

    private void callsOkta() {
        assertThat(tenant.client().call("list_users", Map.of("limit", 1)).failed()).isFalse();
    }

    private String tools() {
        return tenant.client().request("tools/list", "{}").toString();
    }

    /// A stream of a client that knows what is granted.
    private OpenStream stream() {
        callsOkta();
        var stream = OpenStream.get(tenant.url(), "Mcp-Session-Id", tenant.session());
        stream.next();
        return stream;
    }

    @Test
    void saysNothingWhenATokenHasEnded() {
        try (var stream = stream()) {
            clock.goAhead(AFTER_A_TOKEN);
            Tenant.connection(api, ORG);

            assertThat(stream.next(1_000)).isEmpty();
            assertThat(tools()).contains("list_users").doesNotContain("list_groups");

            callsOkta();

            assertThat(stream.next(500)).isEmpty();
        }
    }

    @Test
    void saysThatMoreIsGrantedThanBefore() {
        try (var stream = stream()) {
            granted(USERS, GROUPS);
            clock.goAhead(AFTER_A_TOKEN);

            callsOkta();

            assertThat(stream.message().path("method").asString()).contains("list_changed");
            assertThat(tools()).contains("list_groups");
        }
    }

    /// Where no tool is left there is no call by which it would be learned.
    @Test
    void triesAgainAfterADay() {
        callsOkta();
        assertThat(tools()).doesNotContain("list_groups");

        clock.goAhead(Duration.ofHours(26));

        assertThat(Tenant.of(api, ORG, tenant.connection()).client().request("tools/list", "{}"))
                .asString()
                .contains("list_groups");
    }
}
