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

@ServerTest
class SessionToolsTests {

    private final SimulatedOrg org;
    private final RawClient client;

    SessionToolsTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.client = RawClient.connected(servers.full());
    }

    private JsonNode clearedSessionsOf(String user) {
        var filter = "eventType eq \"user.session.clear\" and target.id eq \"%s\"".formatted(user);
        return client.call("get_logs", Map.of("filter", filter)).value().path("items");
    }

    @Test
    void endsAllSessionsAfterAYes() {
        var user = org.hasUser("signed.in@example.com");

        client.agreed("revoke_user_sessions", Map.of("user_id", user)).value();

        assertThat(clearedSessionsOf(user)).hasSize(1);
    }

    @Test
    void revokesTheTokensOfAppsWhereThatIsAskedFor() {
        var user = org.hasUser("signed.in.to.apps@example.com");

        client.agreed("revoke_user_sessions", Map.of("user_id", user, "oauth_tokens", true))
                .value();

        assertThat(org.requests().toString()).contains("sessions?oauthTokens=true");
    }

    @Test
    void endsOneSessionAndLeavesTheOthers() {
        var user = org.hasUser("signed.in.twice@example.com");
        var session = Map.<String, Object>of("session_id", org.hasSession(user));
        var other = Map.of("session_id", org.hasSession(user));
        assertThat(client.call("get_session", session).value().path("userId").stringValue())
                .isEqualTo(user);

        client.agreed("revoke_session", session).value();

        assertThat(client.call("get_session", session).text()).contains("E0000007");
        assertThat(client.call("get_session", other).value().path("status").stringValue())
                .isEqualTo("ACTIVE");
    }

    @Test
    void endsNotOneSessionWithoutAYes() {
        var user = org.hasUser("signed.in.once@example.com");
        var session = Map.of("session_id", org.hasSession(user));

        assertThat(client.call("revoke_session", session).code()).isEqualTo("NOT_CONFIRMED");
        assertThat(client.call("get_session", session).failed()).isFalse();
    }

    @Test
    void listsWhatAUserHasConsentedTo() {
        var user = org.userId("ada.lovelace@example.com");

        var page = client.call("list_user_grants", Map.of("user_id", user)).value();

        assertThat(page.path("items").findValuesAsString("id"))
                .hasSize(2)
                .allMatch(id -> id.startsWith("oag"));
    }

    @Test
    void endsNoSessionWithoutAYes() {
        var user = org.hasUser("stays.signed.in@example.com");

        var result = client.call("revoke_user_sessions", Map.of("user_id", user));

        assertThat(result.code()).isEqualTo("NOT_CONFIRMED");
        assertThat(clearedSessionsOf(user)).isEmpty();
    }
}
