package dev.oktamcp.toolset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.AgreeingClient;
import dev.oktamcp.fixture.CallResult;
import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestApi;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.simulation.Fault;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/// In which order plans go, and what they say of where they came to.
@ServerTest
class EndAccessPlansTests {

    private final SimulatedOrg org;
    private final TestServers servers;
    private final TestApi api;
    private final RawClient client;

    EndAccessPlansTests(
            @Autowired SimulatedOrg org, @Autowired TestServers servers, @Autowired TestApi api) {
        this.org = org;
        this.servers = servers;
        this.api = api;
        this.client = RawClient.connected(servers.full());
    }

    private JsonNode agreed(String tool, Map<String, Object> arguments) {
        return client.agreed(tool, arguments).value();
    }

    private static List<String> outcomes(JsonNode answer) {
        return answer.path("steps").findValuesAsString("outcome");
    }

    /// Does something as the requests of this kind come in, with how many there were before.
    private void on(String method, String part, IntConsumer action) {
        var count = new AtomicInteger();
        org.watch(request -> {
            if (request.method().equals(method) && request.target().contains(part)) {
                action.accept(count.getAndIncrement());
            }
        });
    }

    private List<String> changes(String user) {
        return org.requests().stream()
                .filter(request -> !request.method().equals("GET"))
                .map(Object::toString)
                .filter(request -> request.contains(user))
                .map(request -> request.replaceAll("\\?.*", ""))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUSPEND", "DEACTIVATE"})
    void endsTheAccountBeforeItsSessionsAndGroups(String ending) {
        var user = org.hasUser("in.order.%s@example.com".formatted(ending));
        var group = org.groupId("Sales");
        org.hasMember(group, user);

        var answer = agreed("offboard_user", Map.of("user", user, "ending", ending));

        assertThat(answer.path("complete").asBoolean(false)).isTrue();
        assertThat(changes(user))
                .containsExactly(
                        "POST /api/v1/users/%s/lifecycle/%s"
                                .formatted(user, ending.toLowerCase(Locale.ROOT)),
                        "DELETE /api/v1/users/%s/sessions".formatted(user),
                        "DELETE /api/v1/groups/%s/users/%s".formatted(group, user));
    }

    @Test
    void claimsNoStatusThatItHasNotSeen() {
        var user = org.hasUser("claimed@example.com");

        var answer = agreed("offboard_user", Map.of("user", user));

        assertThat(answer.at("/steps/0/detail").stringValue())
                .isEqualTo("Okta deactivates the account; DEPROVISIONED once that is through.");
    }

    /// Takes the URL away while Okta takes its time with a request.
    private CallResult endedAt(String user, String part, int number) {
        var url = servers.full();
        var deleted = new CompletableFuture<TestApi.Answer>();
        on(
                "DELETE",
                part,
                before -> {
                    if (before == number) {
                        org.next(Fault.delay(Duration.ofMillis(1500)));
                        deleted.completeAsync(() -> api.delete(servers.path(url)));
                    }
                });
        var arguments = Map.of("user", user, "ending", "SUSPEND");
        var result = RawClient.of(url).agreed("offboard_user", arguments);
        assertThat(deleted.join().status()).isEqualTo(204);
        return result;
    }

    private String inGroups(String login, int count) {
        var user = org.hasUser(login);
        for (int i = 0; i < count; i++) {
            org.hasMember(org.hasGroup("%s's group %d".formatted(login, i)), user);
        }
        return user;
    }

    @Test
    void saysHowFarItCameWhereItsCallEndsAmongTheGroups() {
        var user = inGroups("cut.off@example.com", 4);

        var result = endedAt(user, "/users/" + user, 3); // after sessions and two groups

        assertThat(result.code()).isEqualTo("OUTCOME_UNKNOWN");
        assertThat(result.text())
                .contains("The URL has ended", "suspend DONE", "sessions DONE", "groups FAILED")
                .contains("out of 2 of 4 groups", "The call ended here.")
                .doesNotContain("It was done by then");
        assertThat(changes(user)).hasSize(5);
    }

    @Test
    void saysThatTheGroupsWereNotReachedWhereItsCallEndsBeforeThem() {
        var user = inGroups("cut.off.early@example.com", 2);

        var result = endedAt(user, "/users/" + user, 0);

        assertThat(result.text())
                .contains("suspend DONE", "sessions UNKNOWN", "groups NOT_REACHED");
        assertThat(changes(user)).hasSize(2);
    }

    @Test
    void doesTheRestWhereGroupsCannotBeRead() {
        var user = inGroups("unread.groups@example.com", 1);
        on("GET", user + "/groups", _ -> org.next(Fault.status(403)));

        var plan = client.call("offboard_user", Map.of("user", user, "dry_run", true)).value();
        var answer = agreed("offboard_user", Map.of("user", user));

        assertThat(plan.path("notes").toString()).contains("could not be read", "keep_groups");
        assertThat(outcomes(answer)).containsExactly("DONE", "DONE", "NOT_POSSIBLE");
        assertThat(answer.at("/steps/2/detail").stringValue())
                .contains("OKTA_ERROR", "keep_groups");
        assertThat(org.statusOf(user)).isEqualTo("DEPROVISIONED");
    }

    @Test
    void namesEveryGroupInTheQuestion() {
        var user = org.hasUser("of.many.groups@example.com");
        var groups = new ArrayList<String>();
        for (int i = 0; i < 35; i++) {
            groups.add(org.hasGroup("A group with a name that takes room, number " + i));
            org.hasMember(groups.getLast(), user);
        }

        try (var agreeing = new AgreeingClient(client.url())) {
            var answer = agreeing.call("offboard_user", Map.of("user", user)).value();

            assertThat(agreeing.questions().toString()).contains(groups);
            assertThat(answer.at("/steps/2/detail").stringValue()).contains("35 of 35");
        }
    }

    @Test
    void tellsTheWayOnWhereOktaRefusesToResetFactors() {
        var user = org.hasUser("kept.factors@example.com");
        on("POST", user + "/lifecycle/reset_factors", _ -> org.next(Fault.status(403)));

        var answer = agreed("contain_user", Map.of("user", user, "reset_factors", true));

        assertThat(outcomes(answer)).containsExactly("DONE", "DONE", "FAILED");
        assertThat(answer.at("/steps/2/detail").stringValue())
                .contains("403", "unenroll_user_factor");
        assertThat(org.statusOf(user)).isEqualTo("SUSPENDED");
    }
}
