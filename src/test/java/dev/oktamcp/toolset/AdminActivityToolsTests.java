package dev.oktamcp.toolset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;

@ServerTest
class AdminActivityToolsTests {

    private final SimulatedOrg org;
    private final EventTypes eventTypes;
    private final RawClient client;

    AdminActivityToolsTests(
            @Autowired SimulatedOrg org,
            @Autowired EventTypes eventTypes,
            @Autowired TestServers servers) {
        this.org = org;
        this.eventTypes = eventTypes;
        this.client = RawClient.connected(servers.full());
    }

    private JsonNode activity(Map<String, ?> arguments) {
        return client.call("list_admin_activity", arguments).value();
    }

    private static List<String> types(JsonNode activity) {
        return activity.path("items").findValuesAsString("event_type");
    }

    @Test
    void tellsWhatWasJustChangedAndByWhom() {
        var group = org.hasGroup("Just changed");
        var profile = Map.of("description", "Changed");
        client.call("update_group", Map.of("group_id", group, "profile", profile)).value();

        var latest = activity(Map.of("since", "last 5 minutes")).at("/items/0");

        assertThat(latest.path("event_type").stringValue()).isEqualTo("group.profile.update");
        assertThat(latest.at("/actor/name").stringValue())
                .isEqualTo("margaret.hamilton@example.com");
        assertThat(latest.at("/targets/0/name").stringValue()).isEqualTo("Just changed");
    }

    @Test
    void leavesOutWhatPeopleDoForThemselves() {
        var activity = activity(Map.of("since", "last 89 days"));

        assertThat(types(activity))
                .contains("group.user_membership.add")
                .noneMatch(type -> type.startsWith("user.session.start"))
                .noneMatch(type -> type.startsWith("user.authentication"))
                .noneMatch(type -> type.equals("user.account.update_profile"));
    }

    @Test
    void isOfOneAdministratorWhereOneIsNamed() {
        var nobody = Map.of("since", "last 89 days", "admin", "ada.lovelace@example.com");
        var margaret = Map.of("since", "last 89 days", "admin", "margaret.hamilton@example.com");

        assertThat(activity(nobody).path("items")).isEmpty();
        assertThat(activity(margaret).path("items")).isNotEmpty();
    }

    @Test
    void goesOnWhereTheAnswerBeforeEnded() {
        var first = activity(Map.of("since", "last 89 days"));
        var cursor = first.path("next_cursor").stringValue();
        var second = activity(Map.of("since", "last 89 days", "cursor", cursor));

        assertThat(first.path("items")).hasSize(100);
        assertThat(first.path("has_more").asBoolean(false)).isTrue();
        assertThat(second.path("items").findValuesAsString("uuid"))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(first.path("items").findValuesAsString("uuid"));
    }

    @Test
    void asksForEventTypesThatThereAre() {
        var filter = activity(Map.of()).path("filter").stringValue();

        assertThat(EventTypesTests.unknown(filter, eventTypes)).isEmpty();
    }

    @Test
    void handsOutAFilterThatGetLogsTakes() {
        var activity = activity(Map.of("admin", "margaret.hamilton@example.com"));

        var page = client.call("get_logs", Map.of("filter", activity.path("filter").stringValue()));

        assertThat(page.value().has("hint")).isFalse();
    }
}
