package dev.oktamcp.simulation;

import static dev.oktamcp.simulation.OrgProbe.attributes;
import static dev.oktamcp.simulation.OrgProbe.encoded;
import static dev.oktamcp.simulation.OrgProbe.error;
import static dev.oktamcp.simulation.OrgProbe.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.http.HttpResponse;

/// Checks what belongs to a user or a group: passwords, factors, sessions, roles, owners.
class SimulatedBelongingsTests {

    private final SimulatedOrg org = SimulatedOrg.start(SimulationSettings.bare());
    private final OrgProbe probe = new OrgProbe(org);
    private final String user = "/api/v1/users/" + org.hasUser("alan.kay@example.com");

    @AfterEach
    void stop() {
        probe.close();
    }

    @Test
    void activatesAFactorWithTheRightPasscodeOnly() throws Exception {
        var factors = user + "/factors";
        var enrolled = post(factors, "{\"factorType\":\"sms\",\"provider\":\"OKTA\"}");
        var factor = factors + "/" + Json.text(json(enrolled), "id");
        var wrong = post(factor + "/lifecycle/activate", "{\"passCode\":\"000000\"}");
        var right = post(factor + "/lifecycle/activate", "{\"passCode\":\"123456\"}");

        assertThat(Json.text(json(enrolled), "status")).isEqualTo("PENDING_ACTIVATION");
        assertThat(error(wrong)).isEqualTo("403 E0000068");
        assertThat(Json.text(json(right), "status")).isEqualTo("ACTIVE");
        assertThat(probe.send("DELETE", factor).statusCode()).isEqualTo(204);
        assertThat(error(probe.get(factor))).isEqualTo("404 E0000007");
    }

    @Test
    void keepsFactorsApart() throws Exception {
        var other = "/api/v1/users/" + org.hasUser("ada.yonath@example.com");
        var body = "{\"factorType\":\"email\",\"provider\":\"OKTA\"}";
        var id = Json.text(json(post(user + "/factors", body)), "id");

        assertThat(error(probe.get(other + "/factors/" + id))).isEqualTo("404 E0000007");
        assertThat(error(post(user + "/factors", body))).isEqualTo("400 E0000001");
        assertThat(json(probe.get(user + "/factors/catalog"))).hasSize(8);
    }

    @ParameterizedTest
    @CsvSource({
        "Simulated-1, Canary-22, ACTIVE, 200, ACTIVE",
        "Simulated-1, Canary-22, RECOVERY, 200, ACTIVE",
        "wrong, Canary-22, ACTIVE, 403 E0000014, ACTIVE",
        "Simulated-1, weak, ACTIVE, 403 E0000080, ACTIVE",
        "Simulated-1, Canary-22, LOCKED_OUT, 403 E0000014, LOCKED_OUT"
    })
    void changesAPassword(String old, String fresh, String from, String answer, String to)
            throws Exception {
        var id = org.hasUser("alan.kay@example.com", from);
        var body =
                "{\"oldPassword\":{\"value\":\"%s\"},\"newPassword\":{\"value\":\"%s\"}}"
                        .formatted(old, fresh);

        var changed = post(user + "/credentials/change_password", body);

        assertThat(error(changed).strip()).isEqualTo(answer);
        assertThat(changed.body()).doesNotContain("Canary");
        assertThat(org.statusOf(id)).isEqualTo(to);
    }

    @Test
    void resetsAForgottenPasswordWithAQuestionOnly() throws Exception {
        var path = user + "/credentials/forgot_password?sendEmail=false";
        var refused = probe.send("POST", path);
        post(user, "{\"credentials\":{\"recovery_question\":{\"question\":\"Pet?\"}}}");

        assertThat(error(refused)).isEqualTo("403 E0000034");
        assertThat(Json.text(json(probe.send("POST", path)), "resetPasswordUrl")).isNotEmpty();
    }

    @Test
    void endsSessions() throws Exception {
        var id = org.userId("alan.kay@example.com");
        var first = "/api/v1/sessions/" + org.hasSession(id);
        var second = "/api/v1/sessions/" + org.hasSession(id);

        assertThat(Json.text(json(probe.get(first)), "userId")).isEqualTo(id);
        assertThat(probe.send("DELETE", first).statusCode()).isEqualTo(204);
        assertThat(error(probe.get(first))).isEqualTo("404 E0000007");
        probe.send("DELETE", user + "/sessions");
        assertThat(error(probe.get(second))).isEqualTo("404 E0000007");
    }

    @Test
    void givesARoleToAGroupOnce() throws Exception {
        var roles = "/api/v1/groups/" + org.groupId("Support") + "/roles";
        var given = post(roles, "{\"type\":\"HELP_DESK_ADMIN\"}");
        var everyone = "/api/v1/groups/" + org.groupId("Everyone") + "/roles";

        assertThat(attributes(probe.get(roles), "assignmentType")).containsExactly("GROUP");
        var support = probe.get("/api/v1/groups?expand=stats&q=Support");
        assertThat(attributes(support, "_embedded.stats.hasAdminPrivilege"))
                .containsExactly("true");
        assertThat(error(post(roles, "{\"type\":\"HELP_DESK_ADMIN\"}"))).isEqualTo("409 E0000090");
        assertThat(error(post(everyone, "{\"type\":\"HELP_DESK_ADMIN\"}")))
                .isEqualTo("400 E0000211");
        var role = roles + "/" + Json.text(json(given), "id");
        assertThat(probe.send("DELETE", role).statusCode()).isEqualTo(204);
    }

    @Test
    void limitsARoleToGroups() throws Exception {
        var role = Json.text(json(post(user + "/roles", "{\"type\":\"USER_ADMIN\"}")), "id");
        var targets = user + "/roles/" + role + "/targets/";
        var sales = targets + "groups/" + org.groupId("Sales");
        var support = targets + "groups/" + org.groupId("Support");

        assertThat(probe.send("PUT", sales).statusCode()).isEqualTo(204);
        assertThat(error(probe.send("DELETE", sales))).isEqualTo("400 E0000001");
        probe.send("PUT", support);
        assertThat(probe.send("DELETE", sales).statusCode()).isEqualTo(204);
        assertThat(attributes(probe.get(targets + "groups"), "profile.name"))
                .containsExactly("Support");
        assertThat(error(probe.send("PUT", targets + "catalog/apps/wiki")))
                .isEqualTo("400 E0000091");
    }

    @Test
    void limitsARoleToApps() throws Exception {
        var role = Json.text(json(post(user + "/roles", "{\"type\":\"APP_ADMIN\"}")), "id");
        var apps = user + "/roles/" + role + "/targets/catalog/apps";

        assertThat(probe.send("PUT", apps + "/wiki").statusCode()).isEqualTo(204);
        assertThat(error(probe.send("PUT", apps + "/nothing"))).isEqualTo("404 E0000007");
        assertThat(attributes(probe.get(apps), "name")).containsExactly("wiki");
    }

    @Test
    void knowsWhoOwnsAGroup() throws Exception {
        var id = org.userId("alan.kay@example.com");
        var owners = "/api/v1/groups/" + org.groupId("Sales") + "/owners";
        var body = "{\"type\":\"USER\",\"id\":\"" + id + "\"}";

        assertThat(post(owners, body).statusCode()).isEqualTo(201);
        assertThat(error(post(owners, body))).isEqualTo("400 E0000001");
        assertThat(attributes(probe.get(owners), "displayName")).containsExactly("Alan Kay");
        assertThat(probe.send("DELETE", owners + "/" + id).statusCode()).isEqualTo(204);
        assertThat(json(probe.get(owners))).isEmpty();
    }

    @Test
    void deletesDeactivatedDevicesOnly() throws Exception {
        var found =
                probe.get(
                        "/api/v1/devices?search=" + encoded("profile.displayName co \"of marg\""));
        var device = "/api/v1/devices/" + attributes(found, "id").getFirst();
        var refused = probe.send("DELETE", device);

        assertThat(attributes(probe.get(device + "/users"), "user.profile.firstName"))
                .containsExactly("Margaret");
        assertThat(error(refused)).isEqualTo("400 E0000001");
        assertThat(error(probe.send("POST", device + "/lifecycle/unsuspend")))
                .isEqualTo("400 E0000001");
        probe.send("POST", device + "/lifecycle/deactivate");
        assertThat(probe.send("DELETE", device).statusCode()).isEqualTo(204);
        var owner = "/api/v1/users/" + org.userId("margaret.hamilton@example.com");
        assertThat(json(probe.get(owner + "/devices"))).isEmpty();
    }

    @Test
    void forgetsWhatADeletedUserHad() throws Exception {
        var session = "/api/v1/sessions/" + org.hasSession(org.userId("alan.kay@example.com"));
        probe.send("DELETE", user);

        assertThat(error(probe.get(session))).isEqualTo("404 E0000007");
    }

    @Test
    void knowsTypesAndBlocks() throws Exception {
        var types = probe.get("/api/v1/meta/types/user");
        org.hasUser("alan.kay@example.com", "LOCKED_OUT");

        assertThat(attributes(types, "name")).containsExactlyInAnyOrder("user", "contractor");
        assertThat(attributes(probe.get(user + "/blocks"), "appliesTo"))
                .containsExactly("ANY_DEVICES");
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return probe.sendJson("POST", path, body);
    }
}
