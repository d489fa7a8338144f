package dev.oktamcp.toolset;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import dev.oktamcp.okta.PageRequest;
import dev.oktamcp.tool.ReadTool;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;

import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.annotation.McpToolParam;

import tools.jackson.databind.node.ArrayNode;

import java.time.Instant;

/// What happened in the org.
@ToolsOf(Toolset.SYSTEM_LOG)
final class SystemLogTools {

    private final LogReader log;
    private final EventTypes eventTypes;

    SystemLogTools(LogReader log, EventTypes eventTypes) {
        this.log = log;
        this.eventTypes = eventTypes;
    }

    /// Okta's own words for the order of events.
    enum SortOrder {
        ASCENDING,
        DESCENDING
    }

    /// A page of events with the times that were understood; those that were not given are absent.
    ///
    /// @param note why the list stops here, where all of it was asked for
    /// @param hint what may be wrong with the filter
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LogPage(
            ArrayNode items,
            @Nullable Instant since,
            @Nullable Instant until,
            @JsonProperty("next_cursor") @Nullable String nextCursor,
            @JsonProperty("has_more") boolean hasMore,
            @Nullable String note,
            @Nullable String hint) {}

    @ReadTool(
            name = "get_logs",
            title = "Get System Log events",
            uses = LogReader.OPERATION,
            description =
                    "Returns System Log events: who did what to whom, from where, with what"
                        + " outcome, and how since and until were understood. Give sort_order"
                        + " DESCENDING for the latest first; without since, the last 7 days. Kept"
                        + " for 90 days; reads are not logged. To count, use count_log_events.")
    LogPage getLogs(
            @McpToolParam(description = LogWindow.SINCE) @Nullable String since,
            @McpToolParam(description = LogWindow.UNTIL) @Nullable String until,
            @McpToolParam(
                            description =
                                    "Expression over an event's fields. Example: eventType eq"
                                            + " \"user.session.start\" and outcome.result eq"
                                            + " \"FAILURE\" and actor.alternateId eq"
                                            + " \"ada@example.com\"")
                    @Nullable String filter,
            @McpToolParam(
                            description =
                                    "Up to 10 words that must all occur, for example ada password")
                    @Nullable String q,
            @McpToolParam(description = "Order by time; ASCENDING unless given")
                    @Nullable SortOrder sortOrder,
            PageRequest page) {
        var window = log.window(since, until, page.cursor());
        var found = log.page(window, filter, q, sortOrder, page);
        return new LogPage(
                found.items(),
                window.since(),
                window.until(),
                window.next(found.nextCursor()),
                found.hasMore(),
                found.note(),
                eventTypes.hint(filter));
    }
}
