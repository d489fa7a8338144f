package dev.oktamcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestApi;
import dev.oktamcp.simulation.RateLimits;
import dev.oktamcp.simulation.SimulatedOrg;
import dev.oktamcp.simulation.SimulationSettings;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/// Nothing of one connection is reached through a server of another.
@ServerTest
class TenancyTests {

    private static final int STEPS = 300;
    private static final List<SimulatedOrg> ORGS = List.of(org(1), org(2));

    private final Random random = new Random(20_261_121);
    private final TestApi api;
    private final List<Tenant> tenants = new ArrayList<>();
    private final Map<SimulatedOrg, List<String>> users = new HashMap<>();

    TenancyTests(@Autowired TestApi api) {
        this.api = api;
    }

    /// Each takes its own token alone: a call with the other's would fail.
    private static SimulatedOrg org(int number) {
        var limits = new RateLimits(100, 1000, Map.of());
        return SimulatedOrg.start(
                SimulationSettings.defaults()
                        .withRateLimits(limits)
                        .withSeed(number)
                        .withApiToken("00token-of-org-" + number));
    }

    @AfterAll
    static void stop() {
        ORGS.forEach(SimulatedOrg::close);
    }

    /// Two orgs, a connection for each, two servers on each.
    @BeforeEach
    void tenants() {
        for (var org : ORGS) {
            users.put(org, List.of(user(org), user(org)));
            var connection = Tenant.connection(api, org);
            for (var i = 0; i < 2; i++) {
                tenants.add(Tenant.of(api, org, connection));
            }
            org.forgetRequests();
        }
    }

    private static String user(SimulatedOrg org) {
        return org.hasUser(UUID.randomUUID() + "@example.com");
    }

    private Tenant any() {
        return tenants.get(random.nextInt(tenants.size()));
    }

    /// Ids, sessions and cursors of anybody, used with anybody's URL, in random order.
    @Test
    void reachesItsOwnAndNothingElse() {
        var cursors = new HashMap<Tenant, String>();
        for (var step = 0; step < STEPS; step++) {
            var here = any();
            var other = any();
            switch (random.nextInt(3)) {
                case 0 -> readsUsers(here, other);
                case 1 -> usesSession(here, other);
                default -> goesOn(here, other, cursors);
            }
        }
        for (var org : ORGS) {
            assertThat(org.requests()).hasSizeGreaterThan(STEPS / 6);
        }
    }

    private void readsUsers(Tenant here, Tenant other) {
        var user = users.getOrDefault(other.org(), List.of()).get(random.nextInt(2));

        var read = here.client().call("get_user", Map.of("user_id", user));

        if (here.org().equals(other.org())) {
            assertThat(read.value().at("/id").asString()).isEqualTo(user);
        } else {
            assertThat(read.code()).isEqualTo("OKTA_ERROR");
            assertThat(read.response().toString()).doesNotContain("@example.com");
        }
    }

    private static void usesSession(Tenant here, Tenant other) {
        var answer =
                here.in(other.session()).post("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}");

        assertThat(answer.statusCode()).isEqualTo(here.equals(other) ? 200 : 404);
    }

    private static void goesOn(Tenant here, Tenant other, Map<Tenant, String> cursors) {
        var arguments = new HashMap<String, Object>(Map.of("limit", 2));
        var cursor =
                cursors.computeIfAbsent(
                        other,
                        tenant ->
                                tenant.client()
                                        .call("list_users", arguments)
                                        .value()
                                        .at("/next_cursor")
                                        .asString());
        var with = new HashMap<>(arguments);
        with.put("cursor", cursor);

        var page = here.client().call("list_users", with);

        assertThat(page.code()).isEqualTo(here.equals(other) ? "" : "INVALID_ARGUMENTS");
    }

    @Test
    void findsServersUnderTheirOwnConnectionAlone() {
        var one = tenants.getFirst();
        var two = tenants.getLast();
        var id = two.url().replaceFirst(".*/([^/.]+)\\.[^.]*$", "$1");
        var own = "/connections/" + two.connection() + "/mcp-servers/" + id;
        var foreign = "/connections/" + one.connection() + "/mcp-servers/" + id;

        assertThat(api.get(own).status()).isEqualTo(200);
        assertThat(api.get(foreign).status()).isEqualTo(404);
        assertThat(api.patch(foreign, 1, "{\"name\": \"x\"}").status()).isEqualTo(404);
        assertThat(api.post(foreign + "/rotate", "").status()).isEqualTo(404);
        assertThat(api.delete(foreign).status()).isEqualTo(404);
        assertThat(RawClient.of(two.url()).initialize("{}").statusCode()).isEqualTo(200);
    }
}
