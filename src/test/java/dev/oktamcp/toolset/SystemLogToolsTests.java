package dev.oktamcp.toolset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

@ServerTest
class SystemLogToolsTests {

    private final SimulatedOrg org;
    private final SettableClock clock;
    private final RawClient client;

    SystemLogToolsTests(
            @Autowired SimulatedOrg org,
            @Autowired SettableClock clock,
            @Autowired TestServers servers) {
        this.org = org;
        this.clock = clock;
        this.client = RawClient.connected(servers.full());
    }

    @AfterEach
    void goBack() {
        clock.goBackToNow();
    }

    @Test
    void findsWhatWasJustDone() {
        var user = org.hasUser("logged@example.com");
        client.call("suspend_user", Map.of("user_id", user)).value();

        var filter =
                "eventType eq \"user.lifecycle.suspend\" and target.id eq \"%s\"".formatted(user);
        var page = client.call("get_logs", Map.of("filter", filter, "sort_order", "DESCENDING"));

        assertThat(page.value().path("items")).hasSize(1);
    }

    @Test
    void namesTheOrdersThatThereAre() {
        var result = client.call("get_logs", Map.of("sort_order", "latest"));

        assertThat(result.code()).isEqualTo("INVALID_ARGUMENTS");
        assertThat(result.text()).contains("sort_order").contains("DESCENDING");
    }

    @Test
    void handsOnWhatIsWrongWithAFilter() {
        var result = client.call("get_logs", Map.of("filter", "eventType eqq \"x\""));

        assertThat(result.text()).contains("E0000053");
    }

    @Test
    void tellsHowTimesWereUnderstood() {
        clock.goAhead(Duration.ofHours(-3));

        var page = client.call("get_logs", Map.of("since", "2 hours ago", "until", "now")).value();

        var until = Instant.parse(page.path("until").stringValue());
        assertThat(until).isCloseTo(clock.instant(), within(1, ChronoUnit.MINUTES));
        assertThat(Instant.parse(page.path("since").stringValue()))
                .isEqualTo(until.minus(Duration.ofHours(2)));
        assertThat(org.requests().getFirst().target())
                .contains("since=" + encoded(page.path("since")))
                .contains("until=" + encoded(page.path("until")));
    }

    private static String encoded(JsonNode text) {
        return text.stringValue().replace(":", "%3A");
    }

    @Test
    void meansTheSameTimesOnEveryPage() {
        var arguments = new HashMap<String, Object>();
        arguments.putAll(Map.of("since", "last 30 days", "until", "1 minute ago", "limit", 5));
        var first = client.call("get_logs", arguments).value();
        clock.goAhead(Duration.ofHours(1));

        arguments.put("cursor", first.path("next_cursor").stringValue());
        var second = client.call("get_logs", arguments).value();

        assertThat(second.path("since")).isEqualTo(first.path("since"));
        assertThat(second.path("until")).isEqualTo(first.path("until"));
        assertThat(ids(second)).hasSize(5).doesNotContainAnyElementsOf(ids(first));
    }

    private static List<String> ids(JsonNode page) {
        return page.path("items").findValuesAsString("uuid");
    }

    @Test
    void saysWhatTimesItUnderstands() {
        var result = client.call("get_logs", Map.of("since", "a while back"));

        assertThat(result.code()).isEqualTo("INVALID_ARGUMENTS");
        assertThat(result.text()).contains("since: 'a while back'").contains("2 hours ago");
        assertThat(org.requests()).isEmpty();
    }

    @Test
    void refusesAnEndBeforeTheBeginning() {
        var result = client.call("get_logs", Map.of("since", "now", "until", "yesterday"));

        assertThat(result.code()).isEqualTo("INVALID_ARGUMENTS");
        assertThat(result.text()).contains("is not before until");
    }

    @Test
    void namesTheNearestWhereAnEventTypeIsUnknown() {
        var filter = "eventType eq \"user.sesion.starts\"";

        var page = client.call("get_logs", Map.of("filter", filter)).value();

        assertThat(page.path("hint").stringValue())
                .startsWith("user.sesion.starts is no event type")
                .contains("user.session.start");
    }

    @Test
    void hintsAtNothingWhereEveryEventTypeIsKnown() {
        var filter = "eventType eq \"user.session.start\" and eventType sw \"user\"";

        assertThat(client.call("get_logs", Map.of("filter", filter)).value().has("hint")).isFalse();
    }
}
