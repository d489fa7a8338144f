package dev.oktamcp.toolset;

import dev.oktamcp.tool.Answer;
import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.ReadTool;
import dev.oktamcp.tool.ToolCall;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;

import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.annotation.McpToolParam;

import java.util.List;
import java.util.Map;

/// Whole lists as files. A call answers with where the file is read; to read it is a call again, by
/// which the list comes from Okta as it is then.
@ToolsOf(Toolset.WORKFLOWS)
final class ExportTools {

    static final String FILE =
            " Answers with a link to the file and not with its rows: resources/read reads it in"
                    + " parts, and behind this MCP server's own URL it is downloaded whole. Nothing"
                    + " is stored; the link is good for 24 hours, for this URL alone. Last comes a"
                    + " line that says whether it is whole.";

    private static final String COLUMNS =
            "Properties of each row, by their path, for example [\"id\", \"profile.login\"]; the"
                    + " usual ones unless given";
    private static final String FORMAT = "CSV (default) or JSONL, one JSON object on each line";
    private static final String CURSOR =
            "Where a file goes on that had to stop; the link to the rest has it already";

    private final Exports exports;
    private final LogReader log;

    ExportTools(Exports exports, LogReader log) {
        this.exports = exports;
        this.log = log;
    }

    @ReadTool(
            name = "export_users",
            title = "Export users",
            uses = "listUsers",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a link to a file of all users, or of those that a search finds, one on"
                            + " each row; without search, deactivated ones are left out."
                            + FILE)
    Answer exportUsers(
            @McpToolParam(
                            description =
                                    "As in list_users, for example status eq \"SUSPENDED\"; all"
                                            + " users unless given")
                    @Nullable String search,
            @McpToolParam(description = COLUMNS) @Nullable List<String> columns,
            @McpToolParam(description = FORMAT) @Nullable ExportFormat format,
            @McpToolParam(description = CURSOR) @Nullable String cursor,
            ToolCall call) {
        var asked = Arguments.of("search", search);
        return exports.of(
                call,
                new Export("listUsers", asked, ExportColumns.OF_USERS, columns, format, cursor));
    }

    @ReadTool(
            name = "export_groups",
            title = "Export groups",
            uses = "listGroups",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a link to a file of all groups, or of those that a search finds, one"
                            + " on each row, without members; export_group_members has them."
                            + FILE)
    Answer exportGroups(
            @McpToolParam(
                            description =
                                    "As in list_groups, for example type eq \"OKTA_GROUP\"; all"
                                            + " groups unless given")
                    @Nullable String search,
            @McpToolParam(description = COLUMNS) @Nullable List<String> columns,
            @McpToolParam(description = FORMAT) @Nullable ExportFormat format,
            @McpToolParam(description = CURSOR) @Nullable String cursor,
            ToolCall call) {
        var asked = Arguments.of("search", search);
        return exports.of(
                call,
                new Export("listGroups", asked, ExportColumns.OF_GROUPS, columns, format, cursor));
    }

    @ReadTool(
            name = "export_group_members",
            title = "Export a group's members",
            uses = "listGroupUsers",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a link to a file of the users in one group, one on each row." + FILE)
    Answer exportGroupMembers(
            @McpToolParam(description = GroupTools.GROUP) String groupId,
            @McpToolParam(description = COLUMNS) @Nullable List<String> columns,
            @McpToolParam(description = FORMAT) @Nullable ExportFormat format,
            @McpToolParam(description = CURSOR) @Nullable String cursor,
            ToolCall call) {
        var asked = Map.<String, Object>of("groupId", groupId);
        return exports.of(
                call,
                new Export(
                        "listGroupUsers", asked, ExportColumns.OF_USERS, columns, format, cursor));
    }

    @ReadTool(
            name = "export_app_users",
            title = "Export an app's users",
            uses = "listApplicationUsers",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a link to a file of the users who have one app, one on each row, with"
                            + " scope: USER directly, GROUP through a group."
                            + FILE)
    Answer exportAppUsers(
            @McpToolParam(description = "App id, for example 0oa1gjh63g214q0Hq0g4") String appId,
            @McpToolParam(description = COLUMNS) @Nullable List<String> columns,
            @McpToolParam(description = FORMAT) @Nullable ExportFormat format,
            @McpToolParam(description = CURSOR) @Nullable String cursor,
            ToolCall call) {
        var asked = Map.<String, Object>of("appId", appId);
        return exports.of(
                call,
                new Export(
                        "listApplicationUsers",
                        asked,
                        ExportColumns.OF_APP_USERS,
                        columns,
                        format,
                        cursor));
    }

    /// Times are fixed when the link is made, so that each part of the file means the same.
    @ReadTool(
            name = "export_logs",
            title = "Export System Log events",
            uses = LogReader.OPERATION,
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a link to a file of System Log events of the last 24 hours, or of the"
                            + " time given, the eldest first, one on each row."
                            + FILE)
    Answer exportLogs(
            @McpToolParam(description = LogWindow.SINCE) @Nullable String since,
            @McpToolParam(description = LogWindow.UNTIL) @Nullable String until,
            @McpToolParam(description = "As in get_logs, for example outcome.result eq \"FAILURE\"")
                    @Nullable String filter,
            @McpToolParam(description = COLUMNS) @Nullable List<String> columns,
            @McpToolParam(description = FORMAT) @Nullable ExportFormat format,
            @McpToolParam(description = CURSOR) @Nullable String cursor,
            ToolCall call) {
        var window = log.window(since, until, null).bounded();
        var times =
                Arguments.of(
                        "since", String.valueOf(window.since()),
                        "until", String.valueOf(window.until()));
        var asked = Arguments.of("filter", filter);
        asked.putAll(times);
        return exports.of(
                call,
                new Export(
                                LogReader.OPERATION,
                                asked,
                                ExportColumns.OF_EVENTS,
                                columns,
                                format,
                                cursor)
                        .fixing(times));
    }
}
