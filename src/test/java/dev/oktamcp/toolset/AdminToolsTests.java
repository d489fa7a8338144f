package dev.oktamcp.toolset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.server.ServerDefinition.Filter;
import dev.oktamcp.simulation.SimulatedOrg;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

@ServerTest
class AdminToolsTests {

    private final SimulatedOrg org;
    private final TestServers servers;
    private final RawClient client;

    AdminToolsTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.servers = servers;
        this.client = RawClient.connected(servers.full());
    }

    private JsonNode admins(Map<String, ?> arguments) {
        return client.call("list_admins", arguments).value();
    }

    /// From page to page: other tests make administrators too.
    private JsonNode admin(Map<String, ?> arguments, String id) {
        return Stream.iterate(admins(arguments), Objects::nonNull, page -> next(arguments, page))
                .flatMap(page -> page.path("admins").valueStream())
                .filter(admin -> admin.at("/user/id").stringValue().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private @Nullable JsonNode next(Map<String, ?> arguments, JsonNode page) {
        if (!page.path("has_more").asBoolean(false)) {
            return null;
        }
        var next = new HashMap<String, Object>(arguments);
        next.put("cursor", page.path("next_cursor").stringValue());
        return admins(next);
    }

    private void makesAdmin(String kind, String id, String type) {
        var operation = kind.equals("userId") ? "assignRoleToUser" : "assignRoleToGroup";
        var arguments = Map.of(kind, id, "body", Map.of("type", type));
        client.call("call_change", Map.of("operation", operation, "arguments", arguments));
        client.agreed("call_change", Map.of("operation", operation, "arguments", arguments));
    }

    @Test
    void namesAdministratorsWithTheirRolesAndHowTheyAreProtected() {
        var margaret = org.userId("margaret.hamilton@example.com");

        var admin = admin(Map.of(), margaret);

        assertThat(admin.at("/user/profile/login").stringValue())
                .isEqualTo("margaret.hamilton@example.com");
        assertThat(admin.path("roles").findValuesAsString("type")).contains("SUPER_ADMIN");
        assertThat(admin.path("mfa").stringValue()).isEqualTo("PHISHING_RESISTANT");
    }

    @Test
    void namesWhoIsAnAdministratorThroughAGroupAndHasNoMfa() {
        var user = org.hasUser("through.group@example.com");
        var group = org.hasGroup("Helpers of helpers");
        org.hasMember(group, user);
        makesAdmin("groupId", group, "HELP_DESK_ADMIN");

        var answer = admins(Map.of("without_mfa", true));

        var admin = admin(Map.of("without_mfa", true), user);
        assertThat(admin.path("mfa").stringValue()).isEqualTo("NONE");
        assertThat(admin.at("/roles/0/assignmentType").stringValue()).isEqualTo("GROUP");
        assertThat(answer.path("admins"))
                .allMatch(each -> each.path("mfa").stringValue().equals("NONE"));
        assertThat(answer.at("/by_mfa/PHISHING_RESISTANT").asInt()).isPositive();
    }

    @Test
    void saysWhatOktaDoesNotSay() {
        assertThat(admins(Map.of()).path("note").stringValue()).contains("through a group");
    }

    @Test
    void namesNobodyElse() {
        assertThat(admins(Map.of()).path("admins").findValuesAsString("login"))
                .doesNotContain("ada.lovelace@example.com");
    }

    @Test
    void givesOutTwentyAtATime() {
        for (var number = 0; number < 25; number++) {
            makesAdmin(
                    "userId",
                    org.hasUser("admin%d@example.com".formatted(number)),
                    "READ_ONLY_ADMIN");
        }

        var first = admins(Map.of());
        var second = admins(Map.of("cursor", first.path("next_cursor").stringValue()));

        assertThat(first.path("admins")).hasSize(20);
        assertThat(first.path("has_more").asBoolean(false)).isTrue();
        assertThat(second.path("admins").findValuesAsString("login"))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(first.path("admins").findValuesAsString("login"));
    }

    @Test
    void doesNotKnowTheMfaWhereFactorsCannotBeRead() {
        var filter =
                new Filter(
                        Set.of("read"),
                        Set.of(),
                        Set.of(),
                        Set.of("listFactors", "getUser"),
                        Set.of());
        var few = RawClient.connected(servers.with(filter));

        var answer = few.call("list_admins", Map.of()).value();

        assertThat(answer.path("admins"))
                .isNotEmpty()
                .allMatch(admin -> admin.path("mfa").stringValue().equals("UNKNOWN"));
        assertThat(answer.path("left_out").findValuesAsString("part"))
                .containsExactlyInAnyOrder("user", "mfa");
    }
}
