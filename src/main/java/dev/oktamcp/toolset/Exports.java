package dev.oktamcp.toolset;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.okta.Rest;
import dev.oktamcp.tool.Answer;
import dev.oktamcp.tool.Content;
import dev.oktamcp.tool.ExportLinks;
import dev.oktamcp.tool.FailureCode;
import dev.oktamcp.tool.PlainText;
import dev.oktamcp.tool.RowWriter;
import dev.oktamcp.tool.ToolCall;
import dev.oktamcp.tool.ToolException;
import dev.oktamcp.tool.ToolResult;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;

/// Answers an export: with a link, or, where the file itself is read, by writing its rows.
@Component
final class Exports {

    private static final Pattern COLUMN = Pattern.compile("[A-Za-z0-9_:-]+(\\.[A-Za-z0-9_:-]+)*");

    /// What lists say to models, who have no cursor here.
    private static final String GO_ON = " Go on with next_cursor.";

    private static final int LONGEST_COLUMN = 200;
    private static final int MOST_COLUMNS = 50;

    private final OktaClient okta;
    private final ExportLinks links;

    Exports(OktaClient okta, ExportLinks links) {
        this.okta = okta;
        this.links = links;
    }

    /// @throws ToolException for a column that is no name, or where nothing could be read
    Answer of(ToolCall call, Export export) {
        check(export.columns());
        var rows = call.rows();
        return rows.isPresent() ? written(call, export, rows.get()) : linked(call, export);
    }

    private static void check(List<String> columns) {
        if (columns.size() > MOST_COLUMNS) {
            throw refused("There are more than %d columns.".formatted(MOST_COLUMNS));
        }
        for (var column : columns) {
            if (column.length() > LONGEST_COLUMN || !COLUMN.matcher(column).matches()) {
                throw refused(
                        "%s is no column: give paths such as id, profile.login or target.0.displayName."
                                .formatted(PlainText.of(column, LONGEST_COLUMN)));
            }
        }
    }

    private static ToolException refused(String message) {
        return new ToolException(ToolResult.Failure.of(FailureCode.INVALID_ARGUMENTS, message));
    }

    private record Linked(ObjectNode json, List<Content> content) implements Answer {}

    private Answer linked(ToolCall call, Export export) {
        var link = link(call, export, export.cursor());
        var json = JsonNodeFactory.instance.objectNode().put("uri", link.uri());
        json.put("download", link.download());
        json.put("download_note", "Put it behind this MCP server's own URL; send GET.");
        json.put("format", export.format().name()).put("expires_at", link.until().toString());
        var columns = json.putArray("columns");
        export.columns().forEach(columns::add);
        var name = call.definition().name() + "." + export.format().ending();
        var description = "Rows of " + call.definition().name() + ", read from Okta when opened.";
        var mimeType = export.format().mimeType();
        return new Linked(json, List.of(new Content.Link(link.uri(), name, mimeType, description)));
    }

    private ExportLinks.Link link(ToolCall call, Export export, @Nullable String cursor) {
        var arguments = new LinkedHashMap<String, Object>(call.arguments());
        arguments.putAll(export.fixed());
        if (cursor != null) {
            arguments.put("cursor", cursor);
        }
        return links.of(call, arguments, export.format().ending());
    }

    private Answer written(ToolCall call, Export export, RowWriter rows) {
        var format = export.format();
        var columns = export.columns();
        rows.writeOwn(format.head(columns));
        var rest =
                okta.each(
                        export.operation(),
                        export.asked(),
                        export.cursor(),
                        rows.most(),
                        item -> rows.write((ObjectNode) item, row -> format.row(row, columns)));
        var words = words(call, export, rows, rest);
        rows.writeOwn(format.end(!rest.hasMore(), rows.written(), words));
        var json = JsonNodeFactory.instance.objectNode().put("rows", rows.written());
        return () -> json.put("whole", !rest.hasMore()).put("note", words);
    }

    private String words(ToolCall call, Export export, RowWriter rows, Rest rest) {
        var count = rows.written() + " rows" + (export.cursor() == null ? "" : " from there on");
        if (!rest.hasMore() || rest.nextCursor() == null) {
            return count;
        }
        var why = String.valueOf(rest.note()).replace(GO_ON, "");
        var more = rows.written() >= rows.most() ? "A part." : why;
        var next = link(call, export, rest.nextCursor());
        return "%s. %s It goes on at %s (by HTTP: %s)"
                .formatted(count, more, next.uri(), next.download());
    }
}
