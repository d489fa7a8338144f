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
import java.util.ArrayList;
import java.util.List;

/// Who could not sign in, and why.
@ToolsOf(Toolset.SYSTEM_LOG)
final class LoginFailureTools {

    private static final int SHOWN = 50;
    private static final int TOP = 20;

    private final LogReader log;

    LoginFailureTools(LogReader log) {
        this.log = log;
    }

    /// @param found events that were read and summed up
    /// @param events the latest of them
    /// @param notShown how many more were found; `get_logs` gives them out by the same filter
    /// @param hasMore whether there are failures that were not read, before those that were
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LoginFailures(
            @Nullable Instant since,
            @Nullable Instant until,
            int found,
            @JsonProperty("by_reason") List<Tally.Count> byReason,
            @JsonProperty("by_user") List<Tally.Count> byUser,
            @JsonProperty("by_address") List<Tally.Count> byAddress,
            List<LogEvent> events,
            @JsonProperty("not_shown") int notShown,
            String filter,
            @JsonProperty("next_cursor") @Nullable String nextCursor,
            @JsonProperty("has_more") boolean hasMore,
            @Nullable String note) {}

    /// Takes in event after event.
    private static final class Summary {

        private final Tally reasons = new Tally();
        private final Tally users = new Tally();
        private final Tally addresses = new Tally();
        private final List<LogEvent> events = new ArrayList<>();
        private int found;

        void add(JsonNode json) {
            var event = LogEvent.of(json);
            found++;
            reasons.add(event.result() + (event.reason() == null ? "" : ": " + event.reason()));
            users.add(LogKey.ACTOR.of(json).getFirst());
            addresses.add(LogKey.ADDRESS.of(json).getFirst());
            if (events.size() < SHOWN) {
                events.add(event);
            }
        }
    }

    @ReadTool(
            name = "get_login_failures",
            title = "Get login failures",
            uses = LogReader.OPERATION,
            description =
                    "Returns failed and denied sign-ins of the last 24 hours, or of the time given:"
                        + " how many, the top 20 reasons, users and addresses, and the latest 50"
                        + " events in short; get_logs gives out all of them, with the filter that"
                        + " comes with it and the same since, until and q. Use it for a locked"
                        + " account, a password spray, or somebody who can't get in. Where has_more"
                        + " is true, it tells of the latest ones alone. Does not return successful"
                        + " sign-ins.")
    LoginFailures getLoginFailures(
            @McpToolParam(description = LogWindow.SINCE) @Nullable String since,
            @McpToolParam(description = LogWindow.UNTIL) @Nullable String until,
            @McpToolParam(
                            description =
                                    "Whose, by id or by login, for example ada@example.com;"
                                            + " everybody's unless given")
                    @Nullable String userId,
            @McpToolParam(description = "Up to 10 words that must all occur, for example Berlin")
                    @Nullable String q,
            @McpToolParam(description = LogWindow.CURSOR) @Nullable String cursor) {
        var window = log.window(since, until, cursor).bounded();
        var filter =
                LogFilter.all(
                        LogFilter.type(SignIns.TYPES), SignIns.FAILED, LogFilter.actor(userId));
        var summary = new Summary();
        var rest = log.latest(window, filter, q, summary::add);
        return new LoginFailures(
                window.since(),
                window.until(),
                summary.found,
                summary.reasons.top(TOP),
                summary.users.top(TOP),
                summary.addresses.top(TOP),
                summary.events,
                summary.found - summary.events.size(),
                filter,
                window.next(rest.nextCursor()),
                rest.hasMore(),
                rest.note());
    }
}
