package dev.oktamcp.toolset;

import tools.jackson.databind.JsonNode;

import java.util.regex.Pattern;

/// A cell of a CSV file (RFC 4180, section 2) that no spreadsheet takes for a formula: names in a
/// directory are written by people who may have meant one.
final class CsvCell {

    /// What begins a formula somewhere, also behind blanks and in full-width forms.
    private static final Pattern FORMULA =
            Pattern.compile(
                    "(?s)[\\t\\r]|[\\s\\p{Cf}]*[=+@\\-\uFF1D\uFF0B\uFF0D\uFF20].*|[\\t\\r].*");

    private static final Pattern TO_QUOTE = Pattern.compile("[\",\r\n]|^\\s|\\s$");

    private CsvCell() {}

    /// Numbers and truth values as they are; a list or an object as its JSON.
    static String of(JsonNode value) {
        return switch (value) {
            case JsonNode none when none.isMissingNode() -> "";
            case JsonNode number when number.isNumber() || number.isBoolean() -> number.asString();
            case JsonNode text when text.isString() -> text(text.stringValue());
            default -> text(value.toString());
        };
    }

    static String text(String text) {
        var safe = FORMULA.matcher(text).matches() ? "'" + text : text;
        return TO_QUOTE.matcher(safe).find() ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
