package dev.oktamcp.okta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.fixture.Tokens;
import dev.oktamcp.simulation.Fault;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// Every shape in which Okta pages, seen from the client as one.
@ServerTest
class PagingTests {

    private final Map<String, Object> boundedLog =
            Map.of(
                    "since", Instant.now().minus(Duration.ofDays(90)).toString(),
                    "until", Instant.now().toString());

    private final SimulatedOrg org;
    private final TestServers servers;
    private final RawClient client;

    PagingTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.servers = servers;
        this.client = RawClient.connected(servers.readOnly());
    }

    private JsonNode page(String operation, Map<String, Object> arguments) {
        return client.call("test_" + operation, arguments).value();
    }

    /// Page by page to the end.
    private List<String> walked(String operation, String id, Map<String, Object> first) {
        var ids = new ArrayList<String>();
        var arguments = new HashMap<>(first);
        JsonNode page;
        do {
            page = page(operation, arguments);
            page.path("items").forEach(item -> ids.add(item.path(id).stringValue()));
            arguments.put("cursor", page.path("next_cursor").asString(""));
        } while (page.path("has_more").booleanValue());
        return ids;
    }

    @ParameterizedTest
    @CsvSource({"listUsers, id, 40", "listRoles, id, 2", "listCampaigns, id, 3"})
    void goesToTheEndOfAListOnceItemByItem(String operation, String id, int limit) {
        var all = walked(operation, id, Map.of("fetch_all", true));

        var ids = walked(operation, id, Map.of("limit", limit));

        assertThat(ids)
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(all)
                .hasSizeGreaterThan(limit);
    }

    /// With `limit`, Okta would cut it where nothing leads on.
    @Test
    void goesToTheEndOfAListThatTakesALimitAndHasNoPages() {
        var policy = created("createPolicy", Map.of("body", accessPolicy("Two rules and one")));
        for (var name : List.of("First", "Second")) {
            created("createPolicyRule", Map.of("policyId", policy, "body", accessPolicy(name)));
        }
        var first = rules(Map.of("policyId", policy, "limit", 2));
        var cursor = first.path("next_cursor").asString("");

        var rest = rules(Map.of("policyId", policy, "limit", 2, "cursor", cursor));

        assertThat(first.path("items")).hasSize(2);
        assertThat(first.path("has_more").booleanValue()).isTrue();
        assertThat(rest.at("/items/0/name").stringValue()).isEqualTo("Catch-all Rule");
    }

    private static Map<String, String> accessPolicy(String name) {
        return Map.of("type", "ACCESS_POLICY", "name", name);
    }

    private String created(String operation, Map<String, ?> arguments) {
        var call = Map.of("operation", operation, "arguments", arguments);
        var full = RawClient.connected(servers.full());
        return full.agreed("call_change", call).value().path("id").stringValue();
    }

    private JsonNode rules(Map<String, ?> arguments) {
        var call = Map.of("operation", "listPolicyRules", "arguments", arguments);
        return client.call("call_read", call).value();
    }

    @Test
    void goesToTheEndOfABoundedLog() {
        var arguments = new HashMap<>(boundedLog);
        arguments.put("limit", 40);

        var ids = walked("listLogEvents", "uuid", arguments);

        arguments.put("most", 10_000);
        arguments.remove("limit");
        var counted = client.call("test_walk", arguments).value().path("count").intValue();
        assertThat(new HashSet<>(ids)).hasSize(ids.size()).hasSize(counted);
    }

    @Test
    void stopsAfterAsManyItemsAsWantedAndGoesOnFromThere() {
        var all = client.call("test_walk", with(boundedLog, "most", 10_000)).value();
        var arguments = with(boundedLog, "most", 70);
        var ids = new ArrayList<String>();
        JsonNode some;
        do {
            some = client.call("test_walk", arguments).value();
            assertThat(some.path("count").intValue()).isBetween(1, 70);
            ids.addAll(ids(some));
            arguments.put("cursor", some.path("next_cursor").asString(""));
        } while (some.path("has_more").booleanValue());

        assertThat(ids).hasSizeGreaterThan(140).containsExactlyElementsOf(ids(all));
    }

    @Test
    void saysHowManyThereAreWhereOktaDoes() {
        var page = page("listCampaigns", Map.of("limit", 1));

        assertThat(page.path("total").intValue()).isGreaterThan(1);
        assertThat(page.path("items")).hasSize(1);
    }

    @Test
    void fillsAnAnswerAndSaysThatThereIsMore() {
        var page = client.call("get_logs", with(boundedLog, "fetch_all", true)).value();

        assertThat(page.path("items").size()).isGreaterThan(20);
        assertThat(Tokens.of(page)).isBetween(15_000, 25_000);
        assertThat(page.path("note").stringValue()).startsWith("The answer is full.");
        var rest = with(boundedLog, "cursor", page.path("next_cursor").stringValue());
        var next = client.call("get_logs", rest).value();
        assertThat(next.at("/items/0/uuid")).isNotEqualTo(page.at("/items/0/uuid"));
    }

    @Test
    void keepsThePagesThatCameWhereALaterOneDoesNot() {
        org.next(Fault.delay(Duration.ZERO));
        org.next(Fault.truncatedBody());

        var page = page("listRoles", Map.of("fetch_all", true));

        assertThat(page.path("items")).isNotEmpty();
        assertThat(page.path("note").stringValue()).startsWith("Stopped before the end:");
        var rest = Map.<String, Object>of("cursor", page.path("next_cursor").stringValue());
        assertThat(page("listRoles", rest).path("items")).isNotEmpty();
    }

    @Test
    void goesOnRightBehindTheLastItemThatCameWhereAPageBreaksOff() {
        var arguments = with(boundedLog, "most", 10_000);
        var all = client.call("test_walk", arguments).value().path("count").intValue();
        org.next(Fault.truncatedBody());

        var broken = client.call("test_walk", arguments).value();
        var rest = with(arguments, "cursor", broken.path("next_cursor").stringValue());
        var others = client.call("test_walk", rest).value();

        assertThat(broken.path("count").intValue()).isPositive();
        var ids = new HashSet<>(ids(broken));
        ids.addAll(ids(others));
        assertThat(ids(broken).size() + ids(others).size()).isEqualTo(all).isEqualTo(ids.size());
    }

    private static List<String> ids(JsonNode walk) {
        return walk.path("ids").valueStream().map(JsonNode::stringValue).toList();
    }

    private static Map<String, Object> with(Map<String, Object> some, String name, Object value) {
        var all = new HashMap<>(some);
        all.put(name, value);
        return all;
    }
}
