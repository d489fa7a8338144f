package dev.oktamcp.toolset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.simulation.RecordedRequest;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.Map;

@ServerTest
class UserCredentialToolsTests {

    private final SimulatedOrg org;
    private final RawClient client;

    UserCredentialToolsTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.client = RawClient.connected(servers.full());
    }

    @Test
    void resetsAPasswordByEmailAlone() {
        var user = org.hasUser("forgot@example.com");

        var done = client.agreed("reset_password", Map.of("user_id", user)).value();

        assertThat(org.statusOf(user)).isEqualTo("RECOVERY");
        assertThat(done.toString()).doesNotContain("Url").doesNotContain("http");
        assertThat(org.requests().toString()).contains("reset_password?sendEmail=true]");
    }

    @Test
    void endsTheSessionsWithThePasswordWhereThatIsAskedFor() {
        var user = org.hasUser("forgot.and.fears@example.com");

        client.agreed("reset_password", Map.of("user_id", user, "revoke_sessions", true)).value();

        assertThat(org.requests().toString()).contains("sendEmail=true&revokeSessions=true");
    }

    @Test
    void resetsAPasswordByALinkForAHuman() {
        var user = org.hasUser("forgot.the.mailbox.too@example.com");

        var done =
                client.agreed("reset_password", Map.of("user_id", user, "send_email", false))
                        .value();

        assertThat(org.statusOf(user)).isEqualTo("RECOVERY");
        assertThat(org.requests().toString()).contains("reset_password?sendEmail=false]");
        assertThat(done.path("resetPasswordUrl").stringValue()).isEqualTo("[redacted]");
        assertThat(done.path("secret_url").stringValue()).contains("/secret/");
    }

    @Test
    void setsATemporaryPasswordThatAHumanReads() {
        var user = org.hasUser("on.the.phone@example.com");
        var session = org.hasSession(user);

        var done =
                client.agreed(
                                "expire_password_with_temp_password",
                                Map.of("user_id", user, "revoke_sessions", true))
                        .value();

        assertThat(org.statusOf(user)).isEqualTo("PASSWORD_EXPIRED");
        assertThat(done.path("tempPassword").stringValue()).isEqualTo("[redacted]");
        assertThat(done.path("secret_url").stringValue()).contains("/secret/");
        assertThat(client.call("get_session", Map.of("session_id", session)).failed()).isTrue();
    }

    @Test
    void setsNoTemporaryPasswordWithoutAYes() {
        var user = org.hasUser("keeps.it@example.com");

        var result = client.call("expire_password_with_temp_password", Map.of("user_id", user));

        assertThat(result.code()).isEqualTo("NOT_CONFIRMED");
        assertThat(org.statusOf(user)).isEqualTo("ACTIVE");
    }

    @Test
    void handsOnThatAPasswordCantBeReset() {
        var user = org.hasUser("has.no.password@example.com", "STAGED");

        assertThat(client.agreed("reset_password", Map.of("user_id", user)).text())
                .contains("resetPassword: HTTP 403, E0000038");
    }

    @Test
    void expiresAPasswordAndShowsNone() {
        var user = org.hasUser("choose.anew@example.com");

        var done = client.agreed("expire_password", Map.of("user_id", user)).value();

        assertThat(org.statusOf(user)).isEqualTo("PASSWORD_EXPIRED");
        assertThat(done)
                .hasToString(
                        "{\"done\":\"User %s has to choose a new password at the next sign-in.\"}"
                                .formatted(user));
    }

    @Test
    void handsOnThatAPasswordCantExpire() {
        var user = org.hasUser("suspended.for.now@example.com", "SUSPENDED");

        assertThat(client.agreed("expire_password", Map.of("user_id", user)).text())
                .contains("E0000038");
    }

    @Test
    void removesAllFactors() {
        var user = org.userId("barbara.liskov@example.com");

        client.agreed("reset_user_factors", Map.of("user_id", "barbara.liskov@example.com"))
                .value();

        var left = client.call("list_user_factors", Map.of("user_id", user)).value();
        assertThat(left.path("items")).isEmpty();
    }

    @Test
    void removesNoFactorWithoutAYes() {
        var user = org.userId("radia.perlman@example.com");

        var result = client.call("reset_user_factors", Map.of("user_id", user));

        assertThat(result.code()).isEqualTo("NOT_CONFIRMED");
        assertThat(org.requests()).extracting(RecordedRequest::method).containsOnly("GET");
    }
}
