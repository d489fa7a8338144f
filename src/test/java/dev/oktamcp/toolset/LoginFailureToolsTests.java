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

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

@ServerTest
class LoginFailureToolsTests {

    private final SimulatedOrg org;
    private final EventTypes eventTypes;
    private final RawClient client;

    LoginFailureToolsTests(
            @Autowired SimulatedOrg org,
            @Autowired EventTypes eventTypes,
            @Autowired TestServers servers) {
        this.org = org;
        this.eventTypes = eventTypes;
        this.client = RawClient.connected(servers.full());
    }

    private JsonNode failures(Map<String, ?> arguments) {
        return client.call("get_login_failures", arguments).value();
    }

    @Test
    void tellsTheStoryOfALockedAccount() {
        var login = "katherine.johnson@example.com";

        var failures = failures(Map.of("since", "last 2 days", "user_id", login));

        assertThat(failures.path("by_reason").toString())
                .contains("{\"key\":\"FAILURE: LOCKED_OUT\",\"count\":1}")
                .contains("{\"key\":\"FAILURE: INVALID_CREDENTIALS\",\"count\":5}");
        assertThat(failures.path("by_user")).hasSize(1);
        assertThat(failures.at("/by_user/0/key").stringValue()).isEqualTo(login);
        assertThat(failures.at("/events/0/event_type").stringValue())
                .isEqualTo("user.account.lock");
        assertThat(failures.path("has_more").asBoolean(true)).isFalse();
    }

    @Test
    void findsAUserByIdToo() {
        var user = org.userId("katherine.johnson@example.com");

        var failures = failures(Map.of("since", "last 2 days", "user_id", user));

        assertThat(failures.path("found").asInt()).isGreaterThanOrEqualTo(6);
        assertThat(failures.path("by_user")).hasSize(1);
    }

    @Test
    void findsNobodyByALoginThatWouldEndTheQuotation() {
        var failures = failures(Map.of("since", "last 89 days", "user_id", "x\" or \"a\" eq \"a"));

        assertThat(failures.path("found").asInt()).isZero();
    }

    @Test
    void countsThoseItDoesNotShow() {
        var failures = failures(Map.of("since", "last 89 days"));

        assertThat(failures.path("events")).hasSize(50);
        assertThat(failures.path("found").asInt())
                .isEqualTo(50 + failures.path("not_shown").asInt())
                .isGreaterThan(50);
        assertThat(failures.path("by_user").size()).isEqualTo(20);
    }

    @Test
    void isOfTheLast24HoursUnlessToldOtherwise() {
        var failures = failures(Map.of());

        assertThat(
                        Duration.between(
                                Instant.parse(failures.path("since").stringValue()),
                                Instant.parse(failures.path("until").stringValue())))
                .isEqualTo(Duration.ofHours(24));
    }

    @Test
    void failsWhereTheLogDoesNotAnswer() {
        org.next(Fault.status(500));

        assertThat(client.call("get_login_failures", Map.of()).code()).isEqualTo("UNAVAILABLE");
    }

    @Test
    void handsOutAFilterThatGetLogsTakes() {
        var arguments = new HashMap<String, Object>(Map.of("since", "last 20 days"));
        var failures = failures(arguments);
        arguments.put("filter", failures.path("filter").stringValue());
        arguments.put("until", failures.path("until").stringValue());
        arguments.put("since", failures.path("since").stringValue());
        arguments.put("sort_order", "DESCENDING");

        var page = client.call("get_logs", arguments).value();

        assertThat(page.at("/items/0/uuid")).isEqualTo(failures.at("/events/0/uuid"));
    }

    @Test
    void asksForEventTypesThatThereAre() {
        var filter = failures(Map.of()).path("filter").stringValue();

        assertThat(EventTypesTests.unknown(filter, eventTypes)).isEmpty();
    }
}
