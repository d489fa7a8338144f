package dev.oktamcp.toolset;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.ReadTool;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;

import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.annotation.McpToolParam;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What can stand in the log.
@ToolsOf(Toolset.SYSTEM_LOG)
final class EventTypeTools {

    private static final int MOST = 200;

    private final EventTypes eventTypes;

    EventTypeTools(EventTypes eventTypes) {
        this.eventTypes = eventTypes;
    }

    /// @param release of Okta, whose catalogue it is
    /// @param found how many there are, of which `items` are the first
    /// @param categories all there are with their sizes, where nothing was asked for
    /// @param note how the others are found, for there is no next page; null where these are all
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Found(
            String release,
            int found,
            List<EventTypes.EventType> items,
            @JsonProperty("has_more") boolean hasMore,
            @Nullable List<Tally.Count> categories,
            @Nullable String note) {}

    /// Declared to use the log, so that it is there where the log can be read; it calls nothing.
    @ReadTool(
            name = "list_event_types",
            title = "List event types",
            uses = LogReader.OPERATION,
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the event types of Okta's System Log, by id with category and tags, at"
                            + " most 200; without q and category, the categories. Use it to find"
                            + " what to put into a filter for get_logs. Does not return events.")
    Found listEventTypes(
            @McpToolParam(
                            description =
                                    "Parts of an id or of a tag that must all occur, for example"
                                            + " password reset")
                    @Nullable String q,
            @McpToolParam(
                            description =
                                    "Okta's category or a tag, for example core-identity or mfa")
                    @Nullable String category) {
        if (q == null && category == null) {
            return categories();
        }
        var words = q == null ? List.<String>of() : words(q);
        var found =
                eventTypes.all().stream()
                        .filter(type -> category == null || type.isOf(category))
                        .filter(type -> type.matches(words))
                        .toList();
        var items = found.subList(0, Math.min(MOST, found.size()));
        var more = items.size() < found.size();
        var note = more ? "There is no next page: give more words, or a category too." : null;
        return new Found(eventTypes.release(), found.size(), items, more, null, note);
    }

    private Found categories() {
        var categories = new Tally();
        eventTypes.all().forEach(type -> categories.add(type.category()));
        var all = categories.top(categories.keys());
        var note = "Give one of these categories, or q, for the event types themselves.";
        return new Found(eventTypes.release(), eventTypes.all().size(), List.of(), true, all, note);
    }

    private static List<String> words(String q) {
        return Arrays.asList(q.strip().toLowerCase(Locale.ROOT).split("[\\s._]+", -1));
    }
}
