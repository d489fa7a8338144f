package dev.oktamcp.simulation;

import static dev.oktamcp.simulation.OrgProbe.attributes;
import static dev.oktamcp.simulation.OrgProbe.error;
import static dev.oktamcp.simulation.OrgProbe.header;
import static dev.oktamcp.simulation.OrgProbe.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Checks what becomes of users that are made, changed and deleted.
class SimulatedUserChangesTests {

    private static final String PROFILE =
            "\"profile\":{\"login\":\"%s\",\"email\":\"new@example.com\",\"firstName\":\"New\","
                    + "\"lastName\":\"One\",\"title\":\"Chemist\"}";

    private final SimulatedOrg org = SimulatedOrg.start(SimulationSettings.bare());
    private final OrgProbe probe = new OrgProbe(org);

    @AfterEach
    void stop() {
        probe.close();
    }

    @ParameterizedTest
    @CsvSource({
        "false, '', false, 200, STAGED",
        "false, '', true, 200, PROVISIONED",
        "true, '', false, 200, STAGED",
        "true, '', true, 200, ACTIVE",
        "true, changePassword, true, 200, PASSWORD_EXPIRED",
        "false, changePassword, true, 400 E0000124, ''",
        "true, changePassword, false, 400 E0000125, ''"
    })
    void createsUsersByTheTable(
            boolean password, String nextLogin, boolean activate, String answer, String status)
            throws Exception {
        var credentials =
                password ? ",\"credentials\":{\"password\":{\"value\":\"Canary-1\"}}" : "";
        var path = "/api/v1/users?activate=" + activate + "&nextLogin=" + nextLogin;
        var body = "{" + PROFILE.formatted("new@example.com") + credentials + "}";

        var response = probe.sendJson("POST", path, body);

        assertThat(error(response).strip()).isEqualTo(answer);
        assertThat(Json.text(json(response), "status")).isEqualTo(status);
        assertThat(response.body()).doesNotContain("Canary");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | 400 E0000001",
                "not json | 400 E0000003",
                "{\"profile\":{\"login\":\"margaret.hamilton@example.com\",\"email\":\"a@b.c\","
                        + "\"firstName\":\"A\",\"lastName\":\"B\"}} | 400 E0000001"
            })
    void refusesBadUsers(String body, String expected) throws Exception {
        assertThat(error(probe.sendJson("POST", "/api/v1/users", body))).isEqualTo(expected);
    }

    @Test
    void mergesOnPostAndReplacesOnPut() throws Exception {
        var path = "/api/v1/users/" + org.hasUser("alan.kay@example.com");
        var merged = probe.sendJson("POST", path, "{\"profile\":{\"title\":\"Chemist\"}}");
        var body = "{" + PROFILE.replace("Chemist", "Baker").formatted("alan@example.com") + "}";
        var replaced = probe.sendJson("PUT", path, body);

        assertThat(json(merged).path("profile").path("department").asString())
                .isEqualTo("Engineering");
        assertThat(json(merged).path("profile").path("title").asString()).isEqualTo("Chemist");
        assertThat(json(replaced).path("profile").has("department")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, W/\"0000\", 412 E0000231",
        "PUT, W/\"0000\", 412 E0000231",
        "POST, nonsense, 400 E0000242",
        "POST, *, 200",
        "POST, own, 200"
    })
    void tiesAChangeToATag(String method, String tag, String answer) throws Exception {
        var path = "/api/v1/users/" + org.hasUser("alan.kay@example.com");
        var current = header(probe.get(path), "ETag");
        var body = "{" + PROFILE.formatted("alan.kay@example.com") + "}";

        var response =
                probe.send(
                        method,
                        path,
                        body,
                        "Authorization",
                        "SSWS " + org.apiToken(),
                        "If-Match",
                        tag.equals("own") ? current : tag);

        assertThat(error(response).strip()).isEqualTo(answer);
        assertThat(header(probe.get(path), "ETag").equals(current))
                .isNotEqualTo(answer.equals("200"));
    }

    @Test
    void changesTheTypeOnPutOnly() throws Exception {
        var path = "/api/v1/users/" + org.hasUser("alan.kay@example.com");
        var types = probe.get("/api/v1/meta/types/user");
        var other = attributes(types, "id").get(attributes(types, "name").indexOf("contractor"));
        var type = ",\"type\":{\"id\":\"" + other + "\"}";
        var body = "{" + PROFILE.formatted("alan.kay@example.com") + type + "}";
        probe.sendJson("POST", path, body);
        var posted = json(probe.get(path)).at("/type/id").asString();
        probe.sendJson("PUT", path, body);

        assertThat(posted).isNotEqualTo(other);
        assertThat(json(probe.get(path)).at("/type/id").asString()).isEqualTo(other);
    }

    @Test
    void deactivatesThenDeletesThenKnowsNobody() throws Exception {
        var id = org.hasUser("alan.kay@example.com");
        var path = "/api/v1/users/" + id;

        assertThat(probe.send("DELETE", path).statusCode()).isEqualTo(204);
        assertThat(org.statusOf(id)).isEqualTo("DEPROVISIONED");
        assertThat(probe.send("DELETE", path).statusCode()).isEqualTo(204);
        assertThat(error(probe.send("DELETE", path))).isEqualTo("404 E0000007");
        assertThat(attributes(probe.get("/api/v1/logs"), "eventType"))
                .endsWith("user.lifecycle.delete.initiated", "user.lifecycle.delete.completed");
    }

    @ParameterizedTest
    @CsvSource({
        "unlock, LOCKED_OUT, 200, ACTIVE",
        "unlock, ACTIVE, 403 E0000032, ACTIVE",
        "reactivate, PROVISIONED, 200, PROVISIONED",
        "reactivate, ACTIVE, 403 E0000038, ACTIVE",
        "reset_password?sendEmail=false, ACTIVE, 200, RECOVERY",
        "reset_password, ACTIVE, 400 E0000028, ACTIVE",
        "reset_password?sendEmail=true, STAGED, 403 E0000038, STAGED",
        "expire_password, ACTIVE, 200, PASSWORD_EXPIRED",
        "expire_password_with_temp_password, SUSPENDED, 403 E0000038, SUSPENDED",
        "reset_factors, ACTIVE, 200, ACTIVE"
    })
    void changesCredentials(String operation, String from, String answer, String to)
            throws Exception {
        var id = org.hasUser("alan.kay@example.com", from);

        var response = probe.send("POST", "/api/v1/users/" + id + "/lifecycle/" + operation);

        assertThat(error(response).strip()).isEqualTo(answer);
        assertThat(org.statusOf(id)).isEqualTo(to);
    }

    @Test
    void listsAndResetsFactors() throws Exception {
        var user = "/api/v1/users/" + org.userId("margaret.hamilton@example.com");
        var before = attributes(probe.get(user + "/factors"), "factorType");
        probe.send("POST", user + "/lifecycle/reset_factors");

        assertThat(before).containsExactlyInAnyOrder("push", "webauthn");
        assertThat(json(probe.get(user + "/factors"))).isEmpty();
        assertThat(attributes(probe.get(user + "/devices"), "device.status"))
                .containsExactly("ACTIVE");
        assertThat(probe.send("DELETE", user + "/sessions").statusCode()).isEqualTo(204);
        var gone = "/api/v1/users/" + org.hasUser("gone@example.com", "DEPROVISIONED");
        assertThat(error(probe.get(gone + "/factors"))).isEqualTo("404 E0000007");
    }

    @Test
    void givesARoleOnceAndTakesItBack() throws Exception {
        var roles = "/api/v1/users/" + org.hasUser("alan.kay@example.com") + "/roles";
        var given = probe.sendJson("POST", roles, "{\"type\":\"HELP_DESK_ADMIN\"}");
        var again = probe.sendJson("POST", roles, "{\"type\":\"HELP_DESK_ADMIN\"}");
        var taken = probe.send("DELETE", roles + "/" + Json.text(json(given), "id"));

        assertThat(given.statusCode()).isEqualTo(201);
        assertThat(error(again)).isEqualTo("409 E0000090");
        assertThat(taken.statusCode()).isEqualTo(204);
        assertThat(json(probe.get(roles))).isEmpty();
    }

    @Test
    void describesTheProfile() throws Exception {
        var schema = json(probe.get("/api/v1/meta/schemas/user/default"));

        assertThat(schema.at("/definitions/base/properties/login/title").asString())
                .isEqualTo("Username");
    }
}
