package dev.oktamcp.toolset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;

@ServerTest
class TimeToolsTests {

    private final RawClient client;

    TimeToolsTests(@Autowired TestServers servers) {
        this.client = RawClient.connected(servers.readOnly());
    }

    private JsonNode parse(String words) {
        return client.call("parse_relative_time", Map.of("time_expression", words)).value();
    }

    private static Instant time(JsonNode answer, String name) {
        var text = answer.path(name).stringValue();
        assertThat(text).endsWith("Z");
        return Instant.parse(text);
    }

    @Test
    void tellsTheTimeInUtc() {
        var answer = client.call("get_current_time", Map.of()).value();

        var now = time(answer, "now");
        assertThat(now).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
        assertThat(answer.path("day_of_week").stringValue())
                .isEqualTo(now.atOffset(ZoneOffset.UTC).getDayOfWeek().name());
    }

    @Test
    void tellsWhereATimeInWordsBeginsAndEnds() {
        var lastDay = parse("last 24 hours");

        assertThat(time(lastDay, "from").plus(24, ChronoUnit.HOURS)).isEqualTo(time(lastDay, "to"));
        assertThat(time(lastDay, "to")).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void takesADateForTheWholeDay() {
        var day = parse("2026-01-31");

        assertThat(day.path("from").stringValue()).isEqualTo("2026-01-31T00:00:00Z");
        assertThat(day.path("to").stringValue()).isEqualTo("2026-02-01T00:00:00Z");
    }

    @Test
    void saysWhatItUnderstandsWhereItDoesNot() {
        var result =
                client.call("parse_relative_time", Map.of("time_expression", "when hell freezes"));

        assertThat(result.code()).isEqualTo("INVALID_ARGUMENTS");
        assertThat(result.text()).contains("last 7 days, 2 hours ago");
    }
}
