package dev.oktamcp.toolset;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import dev.oktamcp.tool.ReadTool;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;

import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.annotation.McpToolParam;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// How often something happened.
@ToolsOf(Toolset.SYSTEM_LOG)
final class LogCountTools {

    private static final int USUAL = 25;
    private static final int MOST = 500;

    private final LogReader log;
    private final EventTypes eventTypes;

    LogCountTools(LogReader log, EventTypes eventTypes) {
        this.log = log;
        this.eventTypes = eventTypes;
    }

    /// @param counted events that were read
    /// @param countedBackTo time of the earliest of them, where not all were read
    /// @param groups those with the most events
    /// @param groupsNotShown how many more groups there are
    /// @param hasMore whether there are events that were not counted, before those that were
    /// @param hint what may be wrong with the filter
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LogCounts(
            @Nullable Instant since,
            @Nullable Instant until,
            int counted,
            @JsonProperty("counted_back_to") @Nullable String countedBackTo,
            @JsonProperty("group_by") LogKey groupBy,
            List<Tally.Count> groups,
            @JsonProperty("groups_not_shown") int groupsNotShown,
            @JsonProperty("next_cursor") @Nullable String nextCursor,
            @JsonProperty("has_more") boolean hasMore,
            @Nullable String note,
            @Nullable String hint) {}

    /// Takes in event after event.
    private static final class Counting {

        private final LogKey key;
        private final Tally tally = new Tally();
        private int counted;
        private @Nullable String earliest;

        Counting(LogKey key) {
            this.key = key;
        }

        void add(JsonNode event) {
            counted++;
            earliest = LogEvent.text(event, "/published");
            key.of(event).forEach(tally::add);
        }

        /// By size; hours one after the other.
        List<Tally.Count> groups(int most) {
            var groups = tally.top(most);
            return key == LogKey.HOUR
                    ? groups.stream().sorted(Comparator.comparing(Tally.Count::key)).toList()
                    : groups;
        }
    }

    @ReadTool(
            name = "count_log_events",
            title = "Count System Log events",
            uses = LogReader.OPERATION,
            description =
                    "Returns how many System Log events of the last 24 hours, or of the time given,"
                        + " fall to each actor, address, event type, outcome, app or hour, the most"
                        + " frequent first (hours by time). Reads the events from the latest back;"
                        + " where has_more is true it did not get to the beginning, and"
                        + " counted_back_to says how far: go on with next_cursor and add, or take a"
                        + " shorter time or a narrower filter. Does not return the events.")
    LogCounts countLogEvents(
            @McpToolParam(
                            description =
                                    "By what to count, for example actor; an event on two apps"
                                            + " counts for both")
                    LogKey groupBy,
            @McpToolParam(description = LogWindow.SINCE) @Nullable String since,
            @McpToolParam(description = LogWindow.UNTIL) @Nullable String until,
            @McpToolParam(
                            description =
                                    "Expression over an event's fields. Example: eventType sw"
                                            + " \"user.account\" and outcome.result eq \"FAILURE\"")
                    @Nullable String filter,
            @McpToolParam(
                            description =
                                    "Up to 10 words that must all occur, for example ada password")
                    @Nullable String q,
            @McpToolParam(
                            description =
                                    "How many groups to return, at most 500, for example 10; 25"
                                            + " unless given")
                    @Nullable Integer top,
            @McpToolParam(description = LogWindow.CURSOR) @Nullable String cursor) {
        var window = log.window(since, until, cursor).bounded();
        var counting = new Counting(groupBy);
        var rest = log.latest(window, filter, q, counting::add);
        var groups = counting.groups(Math.clamp(top == null ? USUAL : top, 1, MOST));
        return new LogCounts(
                window.since(),
                window.until(),
                counting.counted,
                rest.hasMore() ? counting.earliest : null,
                groupBy,
                groups,
                counting.tally.keys() - groups.size(),
                window.next(rest.nextCursor()),
                rest.hasMore(),
                rest.note(),
                eventTypes.hint(filter));
    }
}
