package dev.oktamcp.toolset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.oktamcp.tool.ToolException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;

class TimeExpressionsTests {

    private final TimeExpressions times =
            new TimeExpressions(Instant.parse("2026-03-01T01:30:00Z"));

    @ParameterizedTest
    @CsvSource({
        "now,                       2026-03-01T01:30:00Z, 2026-03-01T01:30:00Z",
        "today,                     2026-03-01T00:00:00Z, 2026-03-02T00:00:00Z",
        "Yesterday,                 2026-02-28T00:00:00Z, 2026-03-01T00:00:00Z",
        "last 24 hours,             2026-02-28T01:30:00Z, 2026-03-01T01:30:00Z",
        "'  LAST  24  Hours ',      2026-02-28T01:30:00Z, 2026-03-01T01:30:00Z",
        "past hour,                 2026-03-01T00:30:00Z, 2026-03-01T01:30:00Z",
        "last 7 days,               2026-02-22T01:30:00Z, 2026-03-01T01:30:00Z",
        "last week,                 2026-02-22T01:30:00Z, 2026-03-01T01:30:00Z",
        "last 15m,                  2026-03-01T01:15:00Z, 2026-03-01T01:30:00Z",
        "2 hours ago,               2026-02-28T23:30:00Z, 2026-02-28T23:30:00Z",
        "2h ago,                    2026-02-28T23:30:00Z, 2026-02-28T23:30:00Z",
        "an hour ago,               2026-03-01T00:30:00Z, 2026-03-01T00:30:00Z",
        "3 weeks ago,               2026-02-08T01:30:00Z, 2026-02-08T01:30:00Z",
        "2026-01-31,                2026-01-31T00:00:00Z, 2026-02-01T00:00:00Z",
        "2026-01-31T08:00:00Z,      2026-01-31T08:00:00Z, 2026-01-31T08:00:00Z",
        "2026-01-31T08:00:00.123Z,  2026-01-31T08:00:00.123Z, 2026-01-31T08:00:00.123Z",
        "2026-01-31T08:00,          2026-01-31T08:00:00Z, 2026-01-31T08:00:00Z",
        "2026-01-31 08:00,          2026-01-31T08:00:00Z, 2026-01-31T08:00:00Z",
        "2026-01-31T08:00:00+02:00, 2026-01-31T06:00:00Z, 2026-01-31T06:00:00Z"
    })
    void understandsWherePeopleBeginAndEnd(String text, Instant begin, Instant end) {
        assertThat(times.begin("since", text)).isEqualTo(begin);
        assertThat(times.end("until", text)).isEqualTo(end);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "soon",
                "last month",
                "24 hours",
                "2026-02-30",
                "2026-01-31T25:00:00Z",
                "2026-1-31",
                "hours ago",
                "last 999999 days",
                ""
            })
    void saysWhatItUnderstandsWhereItDoesNot(String text) {
        assertThatThrownBy(() -> times.begin("since", text))
                .isInstanceOf(ToolException.class)
                .hasMessageContaining("since: '%s' is not a time".formatted(text))
                .hasMessageContaining("last 24 hours, last 7 days, 2 hours ago");
    }

    @Test
    void showsNothingOfATextThatCouldForge() {
        assertThatThrownBy(() -> times.begin("since", "a\u202eb"))
                .hasMessageContaining("'a\ufffdb'");
    }
}
