package dev.oktamcp.confirmation;

import dev.oktamcp.tool.Caller;
import dev.oktamcp.tool.PlainText;
import dev.oktamcp.tool.Sha256;
import dev.oktamcp.tool.ShortestFirst;
import dev.oktamcp.tool.ToolCall;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// What a human is asked: what the call is, what it is about, and what it would do.
///
/// @param lines one for each thing that is said; none can forge another, whatever the model or the
///   org wrote
/// @param about stands for all that is shown, and for the state of what it is about: other lines
///   are another question
record Question(List<String> lines, String about) {

    private static final int LONGEST_LINE = 3000;
    private static final int LONGEST_ARGUMENTS = 4000;
    private static final TypeReference<Map<String, Object>> ARGUMENTS = new TypeReference<>() {};

    Question {
        lines = List.copyOf(lines);
    }

    /// @param preview as a `Preview` is written, without what the caller may not see
    static Question of(ToolCall call, JsonNode preview, JsonMapper json) {
        var lines = new ArrayList<String>();
        var server = call.caller().server();
        lines.add(
                "%s in %s? (MCP server %s)"
                        .formatted(
                                call.definition().title(),
                                server.orgUrl(),
                                PlainText.of(server.name(), LONGEST_LINE)));
        line(lines, "What it is about: ", preview.path("target"));
        line(lines, "Now: ", PreviewText.state(preview.path("now")));
        PreviewText.changes(preview.path("changes")).forEach(each -> line(lines, "", each));
        preview.path("reach").values().forEach(each -> line(lines, "", each));
        line(lines, "", preview.path("undo"));
        preview.path("notes").values().forEach(each -> line(lines, "", each));
        preview.path("requests").values().forEach(each -> lines.add(request(each, json)));
        return new Question(lines, digest(lines, preview, call, json));
    }

    private static void line(List<String> lines, String before, JsonNode text) {
        line(lines, before, text.asString(""));
    }

    private static void line(List<String> lines, String before, String text) {
        if (!text.isEmpty()) {
            lines.add(before + PreviewText.begin(text, LONGEST_LINE));
        }
    }

    private static String request(JsonNode request, JsonMapper json) {
        Map<String, Object> given = json.convertValue(request.path("arguments"), ARGUMENTS);
        var arguments = json.writeValueAsString(ShortestFirst.of(given));
        return "Sent to Okta: %s with %s"
                .formatted(
                        request.path("operation").asString(""),
                        PreviewText.begin(arguments, LONGEST_ARGUMENTS));
    }

    private static String digest(
            List<String> lines, JsonNode preview, ToolCall call, JsonMapper json) {
        var sorted =
                json.writer()
                        .with(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
                        .with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
        var all =
                String.join("\n", lines)
                        + sorted.writeValueAsString(preview)
                        + sorted.writeValueAsString(call.arguments());
        return HexFormat.of().formatHex(Sha256.of(all.getBytes(StandardCharsets.UTF_8)));
    }

    /// The same question, on a page: there nobody knows who asks.
    List<String> linesFor(Caller caller) {
        if (caller.client() == null) {
            return lines;
        }
        var more = new ArrayList<>(lines);
        line(more, "Asked for by (as it names itself): ", caller.client());
        return more;
    }

    /// Whether nothing is different that a human was told.
    boolean isAbout(Question other) {
        return about.equals(other.about());
    }

    String text() {
        return String.join("\n", lines);
    }
}
