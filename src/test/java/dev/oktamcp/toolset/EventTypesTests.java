package dev.oktamcp.toolset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

@ServerTest
class EventTypesTests {

    private static final Pattern TYPE = Pattern.compile("eventType (eq|sw) \"([^\"]+)\"");

    private final EventTypes eventTypes;
    private final RawClient client;

    EventTypesTests(@Autowired EventTypes eventTypes, @Autowired TestServers servers) {
        this.eventTypes = eventTypes;
        this.client = RawClient.connected(servers.full());
    }

    /// The event types in a filter, and the beginnings of some, that fit nothing in the catalogue.
    static List<String> unknown(String filter, EventTypes eventTypes) {
        var unknown = new ArrayList<String>();
        var types = TYPE.matcher(filter).results().toList();
        assertThat(types).isNotEmpty();
        for (var type : types) {
            var whole = type.group(1).equals("eq");
            var found =
                    eventTypes.all().stream()
                            .map(EventTypes.EventType::id)
                            .anyMatch(id ->
                                    whole
                                            ? id.equals(type.group(2))
                                            : id.startsWith(type.group(2)));
            if (!found) {
                unknown.add(type.group(2));
            }
        }
        return unknown;
    }

    private JsonNode list(Map<String, ?> arguments) {
        return client.call("list_event_types", arguments).value();
    }

    @Test
    void findsByPartsOfAnId() {
        var found = list(Map.of("q", "Reset password"));

        assertThat(found.path("items").findValuesAsString("id"))
                .contains("user.account.reset_password")
                .allMatch(id -> id.contains("password") && id.contains("reset"));
        assertThat(found.path("has_more").asBoolean(true)).isFalse();
        assertThat(found.has("note")).isFalse();
    }

    @Test
    void findsByCategoryAndByTag() {
        assertThat(
                        list(Map.of("category", "passwordless"))
                                .path("items")
                                .findValuesAsString("category"))
                .hasSize(25)
                .containsOnly("passwordless");
        assertThat(list(Map.of("category", "zone")).path("found").asInt()).isZero();
        assertThat(list(Map.of("category", "network-zone", "q", "create")).toString())
                .contains("\"zone.create\"");
    }

    @Test
    void saysHowManyItLeavesOut() {
        var found = list(Map.of("q", "app"));

        assertThat(found.path("items")).hasSize(200);
        assertThat(found.path("found").asInt()).isGreaterThan(200);
        assertThat(found.path("has_more").asBoolean(false)).isTrue();
        assertThat(found.path("note").stringValue()).contains("give more words");
    }

    @Test
    void namesTheCategoriesWhereNothingIsAskedFor() {
        var found = list(Map.of());

        assertThat(found.path("categories").findValuesAsString("key")).contains("core-identity");
        assertThat(found.path("note").stringValue()).contains("Give one of these categories");
        assertThat(found.path("found").asInt()).isEqualTo(eventTypes.all().size());
        assertThat(eventTypes.all()).hasSize(1274).doesNotHaveDuplicates();
    }
}
