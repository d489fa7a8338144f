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
class UserLifecycleToolsTests {

    private final SimulatedOrg org;
    private final RawClient client;

    UserLifecycleToolsTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.client = RawClient.connected(servers.full());
    }

    @Test
    void activatesAStagedUserByEmail() {
        var user = org.hasUser("begins@example.com", "STAGED");

        var done = client.agreed("activate_user", Map.of("user_id", user)).value();

        assertThat(org.statusOf(user)).isEqualTo("PROVISIONED");
        assertThat(done.toString()).contains(user).doesNotContain("Url").doesNotContain("Token");
        assertThat(org.requests().toString()).contains("activate?sendEmail=true");
    }

    @Test
    void activatesAUserByALinkForAHuman() {
        var user = org.hasUser("no.mailbox.yet@example.com", "STAGED");

        var done =
                client.agreed("activate_user", Map.of("user_id", user, "send_email", false))
                        .value();

        assertThat(org.statusOf(user)).isEqualTo("PROVISIONED");
        assertThat(org.requests().toString()).contains("activate?sendEmail=false");
        assertThat(done.path("activationUrl").stringValue()).isEqualTo("[redacted]");
        assertThat(done.path("activationToken").stringValue()).isEqualTo("[redacted]");
        assertThat(done.path("secret_url").stringValue()).contains("/secret/");
    }

    @Test
    void handsOnThatAnActiveUserCantBeActivated() {
        var user = org.hasUser("active.already@example.com");

        assertThat(client.agreed("activate_user", Map.of("user_id", user)).text())
                .contains("activateUser: HTTP 403, E0000016");
    }

    @Test
    void sendsANewLinkByEmailAlone() {
        var user = org.hasUser("lost.the.link@example.com", "PROVISIONED");

        var done = client.agreed("reactivate_user", Map.of("user_id", user)).value();

        assertThat(done.toString()).doesNotContain("Url").doesNotContain("Token");
        assertThat(org.requests().toString()).contains("reactivate?sendEmail=true");
    }

    @Test
    void makesANewLinkForAHuman() {
        var user = org.hasUser("lost.the.mailbox@example.com", "PROVISIONED");

        var done =
                client.agreed("reactivate_user", Map.of("user_id", user, "send_email", false))
                        .value();

        assertThat(org.requests().toString()).contains("reactivate?sendEmail=false");
        assertThat(done.path("activationUrl").stringValue()).isEqualTo("[redacted]");
        assertThat(done.path("secret_url").stringValue()).contains("/secret/");
    }

    @Test
    void handsOnThatAStagedUserCantBeReactivated() {
        var user = org.hasUser("not.begun@example.com", "STAGED");

        assertThat(client.agreed("reactivate_user", Map.of("user_id", user)).text())
                .contains("E0000038");
    }

    @Test
    void suspendsAUser() {
        var user = org.hasUser("suspend.me@example.com");

        client.call("suspend_user", Map.of("user_id", user)).value();

        assertThat(org.statusOf(user)).isEqualTo("SUSPENDED");
    }

    @Test
    void handsOnThatAUserCantBeSuspended() {
        var user = org.hasUser("staged@example.com", "STAGED");

        assertThat(client.call("suspend_user", Map.of("user_id", user)).text())
                .contains("E0000001");
    }

    @Test
    void unsuspendsAUser() {
        var user = org.hasUser("come.back@example.com", "SUSPENDED");

        client.call("unsuspend_user", Map.of("user_id", "come.back@example.com")).value();

        assertThat(org.statusOf(user)).isEqualTo("ACTIVE");
    }

    @Test
    void handsOnThatAUserIsNotSuspended() {
        var user = org.hasUser("never.suspended@example.com");

        assertThat(client.call("unsuspend_user", Map.of("user_id", user)).text())
                .contains("E0000001");
    }

    @Test
    void unlocksAUser() {
        var user = org.hasUser("locked@example.com", "LOCKED_OUT");

        client.call("unlock_user", Map.of("user_id", user)).value();

        assertThat(org.statusOf(user)).isEqualTo("ACTIVE");
    }

    @Test
    void handsOnThatAUserIsNotLockedOut() {
        var user = org.hasUser("not.locked@example.com", "SUSPENDED");

        assertThat(client.call("unlock_user", Map.of("user_id", user)).text()).contains("E0000032");
    }

    @Test
    void deactivatesAUserAfterAYes() {
        var user = org.hasUser("leaves@example.com");

        client.agreed("deactivate_user", Map.of("user_id", user)).value();

        assertThat(org.statusOf(user)).isEqualTo("DEPROVISIONED");
    }

    @Test
    void deactivatesNobodyWhereNobodyCanBeAsked() {
        var user = org.hasUser("deactivate.me@example.com");

        var result = client.call("deactivate_user", Map.of("user_id", user));

        assertThat(result.code()).isEqualTo("NOT_CONFIRMED");
        assertThat(result.text()).contains("this client can't be asked");
        assertThat(org.requests()).extracting(RecordedRequest::method).containsOnly("GET");
    }

    @Test
    void deletesADeactivatedUserByLogin() {
        org.hasUser("long.gone@example.com", "DEPROVISIONED");
        var gone = Map.<String, Object>of("user_id", "long.gone@example.com");

        client.agreed("delete_deactivated_user", gone).value();

        assertThat(client.call("get_user", gone).text()).contains("HTTP 404, E0000007");
    }

    @Test
    void deletesNobodyWhoIsNotDeactivated() {
        var user = org.hasUser("still.here@example.com", "SUSPENDED");

        var result = client.agreed("delete_deactivated_user", Map.of("user_id", user));

        assertThat(result.code()).isEqualTo("INVALID_ARGUMENTS");
        assertThat(result.text()).contains("is SUSPENDED").contains("deactivate_user");
        assertThat(org.statusOf(user)).isEqualTo("SUSPENDED");
    }
}
