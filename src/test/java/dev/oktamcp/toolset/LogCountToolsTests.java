package dev.oktamcp.toolset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.simulation.Fault;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

@ServerTest
class LogCountToolsTests {

    private final SimulatedOrg org;
    private final RawClient client;

    LogCountToolsTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.client = RawClient.connected(servers.full());
    }

    private JsonNode count(String by, Map<String, ?> more) {
        var arguments = new HashMap<String, Object>(more);
        arguments.put("group_by", by);
        return client.call("count_log_events", arguments).value();
    }

    private static int sum(JsonNode counts) {
        return counts.path("groups").valueStream().mapToInt(g -> g.path("count").asInt()).sum();
    }

    private static List<String> keys(JsonNode counts) {
        return counts.path("groups").findValuesAsString("key");
    }

    @Test
    void countsByActorTheMostFrequentFirst() {
        var counts = count("actor", Map.of("since", "last 10 days", "top", 3));

        assertThat(keys(counts)).hasSize(3).allMatch(key -> key.endsWith("@example.com"));
        assertThat(counts.at("/groups/0/count").asInt())
                .isGreaterThanOrEqualTo(counts.at("/groups/2/count").asInt());
        assertThat(counts.path("groups_not_shown").asInt()).isPositive();
    }

    @Test
    void countsEveryEventOnce() {
        var counts = count("event_type", Map.of("since", "last 10 days"));

        assertThat(sum(counts)).isEqualTo(counts.path("counted").asInt()).isPositive();
        assertThat(counts.path("groups_not_shown").asInt()).isZero();
        assertThat(counts.path("has_more").asBoolean(true)).isFalse();
        assertThat(keys(counts)).contains("user.session.start");
    }

    @Test
    void countsByOutcomeAddressAndApp() {
        var since = Map.of("since", "last 10 days");

        assertThat(keys(count("outcome", since))).contains("SUCCESS", "FAILURE", "ALLOW");
        assertThat(keys(count("address", since))).anyMatch(key -> key.startsWith("203.0.113."));
        assertThat(keys(count("app", since))).anyMatch(key -> key.startsWith("Wiki (0oa"));
    }

    @Test
    void countsHoursOneAfterTheOther() {
        var counts = count("hour", Map.of("since", "last 2 days", "top", 100));

        assertThat(keys(counts))
                .isSorted()
                .allMatch(key -> key.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:00Z"));
    }

    @Test
    void countsWhatAFilterFinds() {
        var filter = Map.of("since", "last 10 days", "filter", "outcome.result eq \"FAILURE\"");

        assertThat(keys(count("outcome", filter))).containsExactly("FAILURE");
    }

    @Test
    void saysHowFarItGotAndGoesOnFromThere() {
        var since = new HashMap<String, Object>(Map.of("since", "last 80 days"));
        var first = count("outcome", since);
        var all = first.path("counted").asInt();
        var answer = first;
        for (var pages = 0; answer.path("has_more").asBoolean() && pages < 20; pages++) {
            since.put("cursor", answer.path("next_cursor").stringValue());
            answer = count("outcome", since);
            all += answer.path("counted").asInt();
        }

        assertThat(first.path("counted").asInt()).isEqualTo(400);
        assertThat(first.path("counted_back_to").stringValue())
                .isGreaterThan(first.path("since").stringValue());
        assertThat(all).isEqualTo(all(first));
        assertThat(answer.has("counted_back_to")).isFalse();
    }

    /// The same events as `get_logs` has them.
    private int all(JsonNode counts) {
        var arguments = new HashMap<String, Object>();
        arguments.put("since", counts.path("since").stringValue());
        arguments.put("until", counts.path("until").stringValue());
        var events = 0;
        var page = counts;
        do {
            arguments.put("limit", 200);
            page = client.call("get_logs", arguments).value();
            arguments.put("cursor", page.path("next_cursor").asString(""));
            events += page.path("items").size();
        } while (page.path("has_more").asBoolean());
        return events;
    }

    @Test
    void saysThatAPageDidNotCome() {
        var all = count("outcome", Map.of("since", "last 80 days")).path("counted").asInt();
        org.next(Fault.truncatedBody());

        var counts = count("outcome", Map.of("since", "last 80 days"));

        assertThat(counts.path("has_more").asBoolean(false)).isTrue();
        assertThat(counts.path("counted").asInt()).isBetween(1, all - 1);
        assertThat(counts.path("note").stringValue()).startsWith("Stopped before the end");
        assertThat(counts.has("next_cursor")).isTrue();
    }

    @Test
    void namesByWhatItCounts() {
        var result = client.call("count_log_events", Map.of("group_by", "colour"));

        assertThat(result.code()).isEqualTo("INVALID_ARGUMENTS");
        assertThat(result.text()).contains("event_type");
    }
}
