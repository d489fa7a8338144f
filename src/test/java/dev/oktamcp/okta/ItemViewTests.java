package dev.oktamcp.okta;

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

/// What of its items a list hands out.
@ServerTest
class ItemViewTests {

    private static final Map<String, Object> ADA =
            Map.of("search", "profile.login eq \"ada.lovelace@example.com\"");

    private final SimulatedOrg org;
    private final TestServers servers;
    private final RawClient client;

    ItemViewTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.servers = servers;
        this.client = RawClient.connected(servers.full());
    }

    private JsonNode ada(String name, Object value) {
        return page("list_users", with(ADA, name, value)).at("/items/0");
    }

    private JsonNode page(String tool, Map<String, ?> arguments) {
        return client.call(tool, arguments).value();
    }

    private static Map<String, Object> with(Map<String, Object> some, String name, Object value) {
        var all = new HashMap<>(some);
        all.put(name, value);
        return all;
    }

    private static List<String> names(JsonNode object) {
        return List.copyOf(object.propertyNames());
    }

    @Test
    void leavesOutWhatIsEmptyOrForProgramsAlone() {
        var user = page("list_users", ADA).at("/items/0");

        assertThat(names(user))
                .contains("id", "status", "created", "lastLogin", "profile")
                .doesNotContain("credentials", "type", "_links");
        assertThat(names(user.path("profile"))).contains("login").doesNotContain("mobilePhone");
    }

    @Test
    void handsOutTheWholeItemOnRequest() {
        var user = ada("response_format", "detailed");

        assertThat(names(user)).contains("credentials", "type").doesNotContain("_links");
        assertThat(user.at("/profile/mobilePhone").isNull()).isTrue();
    }

    @Test
    void handsOutTheFieldsThatAreAskedForAndTheId() {
        var user = ada("fields", List.of("profile.login", "credentials.provider"));

        assertThat(user.toString())
                .isEqualTo(
                        "{\"id\":\"%s\",\"profile\":{\"login\":\"ada.lovelace@example.com\"},\"credentials\":{\"provider\":{\"type\":\"OKTA\",\"name\":\"OKTA\"}}}"
                                .formatted(org.userId("ada.lovelace@example.com")));
    }

    @Test
    void doesNotAskOktaForFewerFields() {
        page("list_users", Map.of("fields", List.of("status")));

        assertThat(org.requests()).hasToString("[GET /api/v1/users?limit=50]");
    }

    @Test
    void findsFieldsInsideOfArrays() {
        var arguments = Map.of("limit", 5, "fields", List.of("target.id", "eventType"));

        var events = page("get_logs", arguments).path("items");

        assertThat(events)
                .hasSize(5)
                .allSatisfy(event -> {
                    assertThat(names(event)).containsExactly("uuid", "eventType", "target");
                    assertThat(names(event.at("/target/0"))).containsExactly("id");
                });
    }

    @Test
    void saysWhichFieldsNoItemHas() {
        var fields = Map.of("fields", List.of("profile.login", "profile.shoeSize", "status.of"));

        var note = page("list_users", fields).path("note").stringValue();

        assertThat(note).contains("profile.shoeSize, status.of").doesNotContain("login");
    }

    @Test
    void saysNothingOfFieldsThatAreThereAndEmpty() {
        var page = page("list_users", Map.of("fields", List.of("profile.mobilePhone")));

        assertThat(page.has("note")).isFalse();
    }

    @Test
    void takesTheSameForOperationsThatAreCalledByTheirId() {
        var arguments = with(ADA, "fields", List.of("status"));

        var page = page("call_read", Map.of("operation", "listUsers", "arguments", arguments));

        assertThat(names(page.at("/items/0"))).containsExactly("id", "status");
        assertThat(org.requests().getFirst().target()).doesNotContain("fields");
    }

    @Test
    void mayShowOtherFieldsOnTheNextPage() {
        var first = page("list_users", Map.of("limit", 2, "fields", List.of("status")));

        var cursor = first.path("next_cursor").stringValue();
        var next = Map.of("limit", 2, "cursor", cursor, "response_format", "detailed");

        assertThat(names(page("list_users", next).at("/items/0"))).contains("credentials");
    }

    /// A person's display name is made of hidden names: its type tells that it is a person's.
    @Test
    void hidesNamesWhoseTypeWasNotAskedFor() {
        var hiding = RawClient.connected(servers.hiding("lastName"));
        var arguments =
                Map.of(
                        "filter",
                        "actor.type eq \"User\"",
                        "fields",
                        List.of("actor.displayName", "actor.alternateId"));

        var events = hiding.call("get_logs", arguments).value().path("items");

        assertThat(events)
                .isNotEmpty()
                .allSatisfy(event ->
                        assertThat(names(event.path("actor")))
                                .containsExactlyInAnyOrder("type", "alternateId"));
    }

    @Test
    void refusesFieldsThatAreHidden() {
        var hiding = RawClient.connected(servers.hiding("lastName"));

        var result = hiding.call("list_users", Map.of("fields", List.of("profile.lastName")));

        assertThat(result.code()).isEqualTo("INVALID_ARGUMENTS");
        assertThat(result.text()).contains("/fields").contains("hides");
    }
}
