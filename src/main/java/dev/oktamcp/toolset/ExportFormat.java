package dev.oktamcp.toolset;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How rows are written.
enum ExportFormat {

    /// RFC 4180, in UTF-8, with the names of the columns on the first line.
    CSV("csv", "text/csv") {

        @Override
        String head(List<String> columns) {
            return line(columns.stream().map(CsvCell::text));
        }

        @Override
        String row(ObjectNode row, List<String> columns) {
            return line(columns.stream().map(column -> CsvCell.of(at(row, column))));
        }

        @Override
        String end(boolean whole, int rows, String words) {
            var mark = whole ? "# whole" : "# NOT WHOLE";
            return line(Stream.of(CsvCell.text(mark + ": " + words)));
        }

        private static String line(Stream<String> cells) {
            return cells.collect(Collectors.joining(",", "", "\r\n"));
        }
    },

    /// One JSON object on each line, whose properties are the columns.
    JSONL("jsonl", "application/jsonl") {

        @Override
        String head(List<String> columns) {
            return "";
        }

        @Override
        String row(ObjectNode row, List<String> columns) {
            var line = JsonNodeFactory.instance.objectNode();
            for (var column : columns) {
                var value = at(row, column);
                if (!value.isMissingNode()) {
                    line.set(column, value);
                }
            }
            return line + "\n";
        }

        @Override
        String end(boolean whole, int rows, String words) {
            var line = JsonNodeFactory.instance.objectNode();
            line.putObject("_export").put("whole", whole).put("rows", rows).put("note", words);
            return line + "\n";
        }
    };

    private final String ending;
    private final String mimeType;

    ExportFormat(String ending, String mimeType) {
        this.ending = ending;
        this.mimeType = mimeType;
    }

    String ending() {
        return ending;
    }

    String mimeType() {
        return mimeType;
    }

    abstract String head(List<String> columns);

    abstract String row(ObjectNode row, List<String> columns);

    /// The last line, by which a file that broke off is told from a whole one.
    abstract String end(boolean whole, int rows, String words);

    /// @param path with dots between its parts; a number is a place in a list
    static JsonNode at(JsonNode row, String path) {
        var node = row;
        for (var part : path.split("\\.", -1)) {
            node = node.isArray() ? node.path(index(part)) : node.path(part);
        }
        return node.isNull() ? MissingNode.getInstance() : node;
    }

    private static int index(String part) {
        return part.matches("\\d{1,4}") ? Integer.parseInt(part) : Integer.MAX_VALUE;
    }
}
