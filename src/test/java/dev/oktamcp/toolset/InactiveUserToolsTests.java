package dev.oktamcp.toolset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

@ServerTest
class InactiveUserToolsTests {

    private final SimulatedOrg org;
    private final RawClient client;

    InactiveUserToolsTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.client = RawClient.connected(servers.readOnly());
    }

    private JsonNode inactive(Map<String, ?> arguments) {
        return client.call("list_inactive_users", arguments).value();
    }

    /// Of all parts of the list: others have put users into this org too.
    private List<JsonNode> all(Map<String, ?> arguments) {
        var users = new ArrayList<JsonNode>();
        var asked = new HashMap<String, Object>(arguments);
        for (var more = true; more; ) {
            var answer = inactive(asked);
            answer.path("users").forEach(users::add);
            more = answer.path("has_more").asBoolean(false);
            asked.put("cursor", answer.path("next_cursor").asString(""));
        }
        return users;
    }

    private static List<String> logins(Collection<JsonNode> users) {
        return users.stream().flatMap(user -> user.findValuesAsString("login").stream()).toList();
    }

    private static List<String> logins(JsonNode answer) {
        return answer.path("users").findValuesAsString("login");
    }

    /// Users of the tests are 30 days old and have signed in on their second day.
    @Test
    void countsFromTheLastSignIn() {
        org.hasUser("last.month@example.com");

        assertThat(logins(all(Map.of("days", 28)))).contains("last.month@example.com");
        assertThat(logins(all(Map.of("days", 31)))).doesNotContain("last.month@example.com");
    }

    @Test
    void tellsWhoNeverSignedInAndLeavesThemOutWhereAsked() {
        org.hasUser("never.came@example.com", "PROVISIONED");

        var all = all(Map.of("days", 20));
        var some = all(Map.of("days", 20, "include_never", false));

        assertThat(logins(all)).contains("never.came@example.com");
        assertThat(all).anyMatch(user -> !user.findValues("never_signed_in").isEmpty());
        assertThat(logins(some)).isNotEmpty().doesNotContain("never.came@example.com");
        assertThat(some).allMatch(user -> user.findValues("never_signed_in").isEmpty());
    }

    @Test
    void leavesOutWhoCannotSignInAnyway() {
        org.hasUser("has.left@example.com", "DEPROVISIONED");
        org.hasUser("is.suspended@example.com", "SUSPENDED");

        assertThat(logins(all(Map.of("days", 1))))
                .isNotEmpty()
                .doesNotContain("has.left@example.com", "is.suspended@example.com");
    }

    @Test
    void isOfNinetyDaysUnlessToldOtherwise() {
        var answer = inactive(Map.of());

        var since = Instant.parse(answer.path("not_since").stringValue());
        assertThat(since)
                .isBetween(
                        Instant.now().minus(Duration.ofDays(91)),
                        Instant.now().minus(Duration.ofDays(89)));
        assertThat(answer.path("looked_at").asInt()).isPositive();
    }

    @Test
    void goesOnUntilEverybodyWasLookedAt() {
        for (var number = 0; number < 20; number++) {
            org.hasUser("many.%03d@example.com".formatted(number));
        }
        var found = new HashSet<String>();
        var first = inactive(Map.of("days", 28));
        found.addAll(logins(first));
        var answer = first;
        while (answer.path("has_more").asBoolean(false)) {
            answer =
                    inactive(
                            Map.of("days", 28, "cursor", answer.path("next_cursor").stringValue()));
            assertThat(logins(answer)).doesNotContainAnyElementsOf(found);
            found.addAll(logins(answer));
        }

        assertThat(first.path("has_more").asBoolean(false)).isTrue();
        assertThat(first.path("note").stringValue()).contains("next_cursor");
        assertThat(found).contains("many.000@example.com", "many.019@example.com");
    }
}
