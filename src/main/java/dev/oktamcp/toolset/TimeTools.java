package dev.oktamcp.toolset;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.ReadTool;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;

import org.springframework.ai.mcp.annotation.McpToolParam;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/// Time, for models that know none. Always in UTC, as Okta has it.
@ToolsOf(Toolset.SERVER)
final class TimeTools {

    private final Clock clock;

    TimeTools(Clock clock) {
        this.clock = clock;
    }

    record Now(Instant now, @JsonProperty("day_of_week") DayOfWeek dayOfWeek) {}

    /// @param from the moment itself, or where the time begins that is meant
    /// @param to the moment itself, or where it ends; of a day, the next midnight
    record Meant(Instant from, Instant to) {}

    @ReadTool(
            name = "get_current_time",
            title = "Get current time",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the time of now in UTC, as ISO 8601, and the day of the week. Tools"
                            + " that take times understand words such as last 24 hours as well.")
    Now getCurrentTime() {
        var now = now();
        return new Now(now, now.atOffset(ZoneOffset.UTC).getDayOfWeek());
    }

    @ReadTool(
            name = "parse_relative_time",
            title = "Parse relative time",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the beginning and the end of what a time in words means now, in UTC,"
                        + " as ISO 8601: for use in expressions of search and filter, which know no"
                        + " such words. get_logs takes them as they are.")
    Meant parseRelativeTime(
            @McpToolParam(description = "One of: " + TimeExpressions.FORMS) String timeExpression) {
        var times = new TimeExpressions(now());
        return new Meant(
                times.begin("time_expression", timeExpression),
                times.end("time_expression", timeExpression));
    }

    /// As exact as Okta's own times.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
