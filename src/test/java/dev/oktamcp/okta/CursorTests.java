package dev.oktamcp.okta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.SettableClock;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

@ServerTest
class CursorTests {

    private final SimulatedOrg org;
    private final TestServers servers;
    private final SettableClock clock;
    private final RawClient client;

    CursorTests(
            @Autowired SimulatedOrg org,
            @Autowired TestServers servers,
            @Autowired SettableClock clock) {
        this.org = org;
        this.servers = servers;
        this.clock = clock;
        this.client = RawClient.connected(servers.readOnly());
    }

    @AfterEach
    void now() {
        clock.goBackToNow();
    }

    private static final Map<String, Object> ACTIVE =
            Map.of("search", "status eq \"ACTIVE\"", "limit", 40);

    private String cursor() {
        return client.call("list_users", ACTIVE).value().path("next_cursor").stringValue();
    }

    private static Map<String, Object> with(String cursor) {
        return Map.of("search", "status eq \"ACTIVE\"", "limit", 40, "cursor", cursor);
    }

    @Test
    void goesThroughAListToItsEndAndMeetsEachItemOnce() {
        var ids = new ArrayList<String>();
        var page = client.call("list_users", ACTIVE).value();
        ids.addAll(ids(page));
        while (page.path("has_more").asBoolean()) {
            page = client.call("list_users", with(page.path("next_cursor").stringValue())).value();
            ids.addAll(ids(page));
        }

        assertThat(page.has("next_cursor")).isFalse();
        assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(80);
    }

    private static List<String> ids(JsonNode page) {
        return page.path("items").valueStream().map(item -> item.path("id").stringValue()).toList();
    }

    @Test
    void staysShort() {
        assertThat(cursor()).hasSizeLessThanOrEqualTo(200);
    }

    @Test
    void letsTheLimitChange() {
        var other = Map.of("search", "status eq \"ACTIVE\"", "limit", 3, "cursor", cursor());

        assertThat(client.call("list_users", other).value().path("items").size()).isEqualTo(3);
    }

    @Test
    void isRefusedWithOtherArguments() {
        var other = Map.of("search", "status eq \"STAGED\"", "limit", 40, "cursor", cursor());

        var result = client.call("list_users", other);

        assertThat(result.code()).isEqualTo("INVALID_ARGUMENTS");
        assertThat(result.text()).contains("This cursor is not valid here");
    }

    @Test
    void isRefusedOnAnotherServer() {
        var other = RawClient.connected(servers.readOnly());

        assertThat(other.call("list_users", with(cursor())).code()).isEqualTo("INVALID_ARGUMENTS");
    }

    @Test
    void isRefusedAfterADay() {
        var cursor = cursor();
        clock.goAhead(Duration.ofHours(23));
        var fresh = RawClient.connected(urlOfClient());
        assertThat(fresh.call("list_users", with(cursor)).failed()).isFalse();
        clock.goAhead(Duration.ofHours(2));

        var tired = RawClient.connected(urlOfClient());

        assertThat(tired.call("list_users", with(cursor)).code()).isEqualTo("INVALID_ARGUMENTS");
    }

    private String urlOfClient() {
        return client.url();
    }

    @Test
    void goesOnThroughTheSystemLogThoughOktaRefusesSinceWithACursor() {
        var since = clock.instant().minus(Duration.ofDays(80)).toString();
        var first = client.call("get_logs", Map.of("since", since, "limit", 5)).value();
        var cursor = first.path("next_cursor").stringValue();

        var second =
                client.call("get_logs", Map.of("since", since, "limit", 5, "cursor", cursor))
                        .value();

        assertThat(uuids(second)).hasSize(5).doesNotContainAnyElementsOf(uuids(first));
    }

    @Test
    void ofTheSystemLogIsThereAtTheEndTooSoThatOneCanComeBackForWhatIsNew() {
        var arguments =
                Map.of(
                        "since",
                        clock.instant().toString(),
                        "filter",
                        "eventType eq \"user.lifecycle.suspend\"");
        var empty = client.call("get_logs", arguments).value();
        assertThat(empty.path("has_more").asBoolean()).isFalse();
        var later = new HashMap<String, Object>(arguments);
        later.put("cursor", empty.path("next_cursor").stringValue());
        RawClient.connected(servers.full())
                .call(
                        "suspend_user",
                        Map.of("user_id", org.hasUser("new.event@example.com", "ACTIVE")))
                .value();

        assertThat(client.call("get_logs", later).value().path("items")).hasSize(1);
    }

    @Test
    void goesOnWithinAPageThatIsTooLargeToHandOut() {
        var first = client.call("get_logs", Map.of("limit", 200)).value();
        assertThat(first.path("items").size()).isLessThan(200);
        assertThat(first.path("has_more").asBoolean()).isTrue();

        var arguments = Map.of("limit", 200, "cursor", first.path("next_cursor").stringValue());
        var second = client.call("get_logs", arguments).value();
        var all = new ArrayList<>(uuids(first));
        all.addAll(uuids(second));

        var small = new ArrayList<String>();
        var page = client.call("get_logs", Map.of("limit", 40)).value();
        while (small.size() < all.size()) {
            small.addAll(uuids(page));
            page =
                    client.call(
                                    "get_logs",
                                    Map.of(
                                            "limit",
                                            40,
                                            "cursor",
                                            page.path("next_cursor").stringValue()))
                            .value();
        }
        assertThat(all).isEqualTo(small.subList(0, all.size()));
    }

    private static List<String> uuids(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(item -> item.path("uuid").stringValue())
                .toList();
    }
}
