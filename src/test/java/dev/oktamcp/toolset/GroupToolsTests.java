package dev.oktamcp.toolset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.AgreeingClient;
import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.simulation.RecordedRequest;
import dev.oktamcp.simulation.SimulatedOrg;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.Map;

@ServerTest
class GroupToolsTests {

    private final SimulatedOrg org;
    private final TestServers servers;
    private final RawClient client;

    GroupToolsTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.servers = servers;
        this.client = RawClient.connected(servers.full());
    }

    @Test
    void listsGroupsByTheBeginningOfTheirName() {
        var page = client.call("list_groups", Map.of("q", "Engin")).value();

        assertThat(page.at("/items/0/profile/name").stringValue()).isEqualTo("Engineering");
    }

    @Test
    void getsAGroup() {
        var group = org.hasGroup("To look at");

        var found = client.call("get_group", Map.of("group_id", group)).value();

        assertThat(found.at("/profile/name").stringValue()).isEqualTo("To look at");
        assertThat(found.path("type").stringValue()).isEqualTo("OKTA_GROUP");
    }

    @Test
    void createsAGroup() {
        var profile = Map.of("name", "Chess", "description", "Plays it");

        var created = client.call("create_group", Map.of("profile", profile)).value();

        assertThat(created.path("id").stringValue()).isEqualTo(org.groupId("Chess"));
        assertThat(created.at("/profile/description").stringValue()).isEqualTo("Plays it");
    }

    @Test
    void handsOnThatTheNameIsTaken() {
        var result = client.call("create_group", Map.of("profile", Map.of("name", "Engineering")));

        assertThat(result.text()).contains("E0000001").contains("already exists");
    }

    @Test
    void changesWhatIsGivenAndKeepsTheRest() {
        var profile = Map.of("name", "Draughts", "description", "Plays it", "floor", 3);
        var group = client.call("create_group", Map.of("profile", profile)).value().path("id");

        var changed = update(group.stringValue(), Map.of("description", "Watches it"));

        assertThat(changed.at("/profile/description").stringValue()).isEqualTo("Watches it");
        assertThat(changed.at("/profile/name").stringValue()).isEqualTo("Draughts");
        assertThat(changed.at("/profile/floor").asInt()).isEqualTo(3);
    }

    @Test
    void emptiesAnAttributeByNull() {
        var profile = Map.of("name", "Described", "description", "In words");
        var group = client.call("create_group", Map.of("profile", profile)).value().path("id");
        var empty = new HashMap<String, @Nullable Object>();
        empty.put("description", null);

        var changed = update(group.stringValue(), empty).path("profile");

        assertThat(changed.hasNonNull("description")).isFalse();
        assertThat(changed.path("name").stringValue()).isEqualTo("Described");
    }

    private JsonNode update(String group, Map<String, ?> profile) {
        return client.call("update_group", Map.of("group_id", group, "profile", profile)).value();
    }

    @Test
    void handsOnThatABuiltInGroupStaysAsItIs() {
        var group = org.groupId("Everyone");

        var result =
                client.call(
                        "update_group",
                        Map.of("group_id", group, "profile", Map.of("description", "All")));

        assertThat(result.text()).contains("HTTP 501, E0000060");
    }

    @Test
    void deletesAGroupAfterAYes() {
        var group = org.hasGroup("To delete");

        try (var agreeing = new AgreeingClient(servers.full())) {
            agreeing.call("delete_group", Map.of("group_id", group)).value();

            assertThat(agreeing.questions()).singleElement().asString().contains(group);
        }
        assertThat(client.call("get_group", Map.of("group_id", group)).text()).contains("E0000007");
    }

    @Test
    void deletesNoGroupWhereNobodyCanBeAsked() {
        var result = client.call("delete_group", Map.of("group_id", org.hasGroup("To keep")));

        assertThat(result.code()).isEqualTo("NOT_CONFIRMED");
        assertThat(org.requests()).extracting(RecordedRequest::method).containsOnly("GET");
    }
}
