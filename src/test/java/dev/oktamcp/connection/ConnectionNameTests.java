package dev.oktamcp.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestApi;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.UUID;

/// Connections change their names, and no two have the same.
@ServerTest
class ConnectionNameTests {

    private final TestApi api;
    private final SimulatedOrg okta;
    private final String taken = "taken " + UUID.randomUUID();
    private final String other;
    private final String path;

    ConnectionNameTests(@Autowired TestApi api, @Autowired SimulatedOrg okta) {
        this.api = api;
        this.okta = okta;
        this.other = connection(taken);
        this.path = connection("mine " + UUID.randomUUID());
    }

    private String connection(String name) {
        var body =
                """
                {"name": "%s", "org_url": "%s", "auth": {"type": "api_token", "token": "%s"}}\
                """
                        .formatted(name, okta.url(), okta.apiToken());
        return "/connections/" + api.post("/connections", body).text("/id");
    }

    @AfterEach
    void delete() {
        api.delete(path);
        api.delete(other);
    }

    private static String named(String name) {
        return "{\"name\": \"%s\"}".formatted(name);
    }

    @Test
    void isRenamed() {
        var renamed = api.patch(path, 1, named("new " + taken));

        assertThat(renamed.status()).isEqualTo(200);
        assertThat(api.get(path).text("/name")).isEqualTo("new " + taken);
    }

    @Test
    void keepsItsNameWhereAnotherHasTheNewOne() {
        var name = api.get(path).text("/name");

        var refused = api.patch(path, 1, named(taken));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/field")).isEqualTo("name");
        assertThat(api.get(path).text("/name")).isEqualTo(name);
    }

    @Test
    void mayBeSetToTheNameThatItHas() {
        assertThat(api.patch(other, 1, named(taken)).status()).isEqualTo(200);
    }
}
