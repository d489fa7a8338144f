package dev.oktamcp.confirmation;

import dev.oktamcp.tool.Change;
import dev.oktamcp.tool.PlainText;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The state and the changes of a preview in words.
final class PreviewText {

    private static final int MOST_CHANGES = 100;
    private static final int LONGEST_SIDE = 1000;

    private PreviewText() {}

    /// Plain facts, one behind the other.
    static String state(JsonNode now) {
        var facts = new ArrayList<String>();
        facts(facts, "", now);
        return String.join(", ", facts);
    }

    private static void facts(List<String> facts, String before, JsonNode object) {
        for (var property : object.properties()) {
            if (property.getValue().isObject()) {
                facts(facts, before + property.getKey() + ".", property.getValue());
            } else {
                facts.add(before + property.getKey() + " " + shown(property.getValue()));
            }
        }
    }

    /// One line for each property that becomes different.
    static List<String> changes(JsonNode changes) {
        var lines = new ArrayList<String>();
        if (!changes.isMissingNode()) {
            changes(lines, "", changes);
        }
        var more = lines.size() - MOST_CHANGES;
        if (more <= 0) {
            return lines;
        }
        var first = new ArrayList<>(lines.subList(0, MOST_CHANGES));
        first.add("And %d more changes.".formatted(more));
        return first;
    }

    private static void changes(List<String> lines, String path, JsonNode node) {
        if (Change.is(node)) {
            lines.add(path + ": " + change(node.path(Change.FROM), node.path(Change.TO)));
        } else if (node.isObject()) {
            var before = path.isEmpty() ? "" : path + ".";
            node.properties()
                    .forEach(each -> changes(lines, before + each.getKey(), each.getValue()));
        } else {
            lines.add(path + " changes to what is not shown");
        }
    }

    private static String change(JsonNode from, JsonNode to) {
        if (!from.isArray() || !to.isArray()) {
            return "from %s to %s".formatted(half(shown(from)), half(shown(to)));
        }
        var lost = without(from, to);
        var got = without(to, from);
        return lost.equals(got)
                ? "the same in another order or number"
                : "loses %s, gets %s".formatted(lost, got);
    }

    /// Of a long list, what is the same would hide what is not.
    private static String without(JsonNode some, JsonNode others) {
        var known = Set.copyOf(others.values());
        var different = some.values().stream().filter(each -> !known.contains(each)).toList();
        return different.isEmpty() ? "nothing" : half(different.toString());
    }

    private static String half(String text) {
        return begin(text, LONGEST_SIDE);
    }

    /// @param longest how many characters are shown; of what is longer it is said how many are not
    static String begin(String text, int longest) {
        var hidden = text.length() - longest;
        var shown = PlainText.of(text, longest);
        return hidden <= 0 ? shown : shown + " (%,d characters more)".formatted(hidden);
    }

    private static String shown(JsonNode value) {
        return value.isNull() || value.isMissingNode() ? "nothing" : value.toString();
    }
}
