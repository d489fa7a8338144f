package dev.oktamcp.toolset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

@ServerTest
class UserProfileToolsTests {

    private final SimulatedOrg org;
    private final RawClient client;

    UserProfileToolsTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.client = RawClient.connected(servers.full());
    }

    private static Map<String, Object> profile(String login) {
        return Map.of("login", login, "email", login, "firstName", "New", "lastName", "One");
    }

    private JsonNode profileOf(String user) {
        return client.call("get_user", Map.of("user_id", user)).value().path("profile");
    }

    @Test
    void createsAUserWhoGetsAnEmail() {
        var profile = profile("new.one@example.com");

        var user = client.call("create_user", Map.of("profile", profile)).value();

        var id = user.path("id").stringValue();
        assertThat(id).isEqualTo(org.userId("new.one@example.com"));
        assertThat(org.statusOf(id)).isEqualTo("PROVISIONED");
    }

    @Test
    void createsAUserWhoWaitsInGroups() {
        var group = org.hasGroup("For new ones");
        var arguments =
                Map.of(
                        "profile",
                        profile("waits@example.com"),
                        "activate",
                        false,
                        "group_ids",
                        List.of(group));

        client.call("create_user", arguments).value();

        var id = org.userId("waits@example.com");
        assertThat(org.statusOf(id)).isEqualTo("STAGED");
        assertThat(org.isMember(group, id)).isTrue();
    }

    @Test
    void createsAUserOfAType() {
        var contractor =
                client.call("list_user_types", Map.of())
                        .value()
                        .path("items")
                        .valueStream()
                        .filter(type -> type.path("name").stringValue().equals("contractor"))
                        .map(type -> type.path("id").stringValue())
                        .findFirst()
                        .orElseThrow();
        var arguments = Map.of("profile", profile("typed@example.com"), "user_type_id", contractor);

        var user = client.call("create_user", arguments).value();

        assertThat(user.at("/type/id").stringValue()).isEqualTo(contractor);
    }

    @Test
    void handsOnThatALoginIsTaken() {
        org.hasUser("taken@example.com");

        var result = client.call("create_user", Map.of("profile", profile("taken@example.com")));

        assertThat(result.text())
                .contains("createUser: HTTP 400, E0000001")
                .contains("login: An object with this field already exists");
    }

    @Test
    void takesNoPassword() {
        var credentials = Map.of("password", Map.of("value", "canary"));
        var arguments =
                Map.of("profile", profile("secret@example.com"), "credentials", credentials);

        var result = client.call("create_user", arguments);

        assertThat(result.code()).isEqualTo("INVALID_ARGUMENTS");
        assertThat(org.requests()).isEmpty();
    }

    @Test
    void updatesWhatIsGivenAndClearsWhatIsNull() {
        var user = org.hasUser("changes.a.bit@example.com");
        var change = new HashMap<String, Object>(Map.of("department", "Sales"));
        change.put("title", null);

        client.call("update_user", Map.of("user_id", user, "profile", change)).value();

        var now = profileOf(user);
        assertThat(now.path("department").stringValue()).isEqualTo("Sales");
        assertThat(now.path("title").asString("")).isEmpty();
        assertThat(now.path("firstName").stringValue()).isEqualTo("Changes");
    }

    @Test
    void handsOnThatAProfileCantBeChanged() {
        var user = org.hasUser("gone.for.good@example.com", "DEPROVISIONED");
        var change = Map.of("user_id", user, "profile", Map.of("department", "Sales"));

        assertThat(client.call("update_user", change).text()).contains("E0000038");
    }

    @Test
    void replacesAProfileAfterAYes() {
        var user = org.hasUser("replaced@example.com");

        client.agreed(
                        "replace_user",
                        Map.of("user_id", user, "profile", profile("replaced@example.com")))
                .value();

        assertThat(profileOf(user).has("department")).isFalse();
        assertThat(profileOf(user).path("firstName").stringValue()).isEqualTo("New");
    }

    @Test
    void replacesNothingWithoutAYes() {
        var user = org.hasUser("not.replaced@example.com");
        var profile = profile("not.replaced@example.com");

        var result = client.call("replace_user", Map.of("user_id", user, "profile", profile));

        assertThat(result.code()).isEqualTo("NOT_CONFIRMED");
        assertThat(profileOf(user).path("department").stringValue()).isEqualTo("Engineering");
    }
}
