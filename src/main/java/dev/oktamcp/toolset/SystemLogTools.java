package dev.oktamcp.toolset;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.okta.Page;
import dev.oktamcp.okta.PageRequest;
import dev.oktamcp.tool.ReadTool;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;

import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.annotation.McpToolParam;

/// What happened in the org.
@ToolsOf(Toolset.SYSTEM_LOG)
final class SystemLogTools {

    private final OktaClient okta;

    SystemLogTools(OktaClient okta) {
        this.okta = okta;
    }

    /// Okta's own words for the order of events.
    enum SortOrder {
        ASCENDING,
        DESCENDING
    }

    @ReadTool(
            name = "get_logs",
            title = "Get System Log events",
            uses = "listLogEvents",
            description =
                    "Returns System Log events: who did what to whom, from where, with what"
                            + " outcome. Give sort_order DESCENDING for the latest first; without"
                            + " since, the last 7 days. Kept for 90 days; reads are not logged.")
    Page getLogs(
            @McpToolParam(description = "Begin, ISO 8601 in UTC, for example 2026-01-31T08:00:00Z")
                    @Nullable String since,
            @McpToolParam(description = "End, ISO 8601 in UTC, for example 2026-01-31T20:00:00Z")
                    @Nullable String until,
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
        var arguments =
                Arguments.of(
                        "since",
                        since,
                        "until",
                        until,
                        "filter",
                        filter,
                        "q",
                        q,
                        "sortOrder",
                        sortOrder);
        return okta.page("listLogEvents", arguments, page);
    }
}
