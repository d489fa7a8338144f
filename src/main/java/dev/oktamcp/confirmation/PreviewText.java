package dev.oktamcp.confirmation;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

/// The state and the changes of a preview in words.
final class PreviewText {

    private static final int MOST_CHANGES = 30;
    private static final String FROM = "from";
    private static final String TO = "to";

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
        if (node.size() == 2 && node.has(FROM) && node.has(TO)) {
            lines.add(
                    "%s: from %s to %s"
                            .formatted(path, shown(node.path(FROM)), shown(node.path(TO))));
        } else if (node.isObject()) {
            var before = path.isEmpty() ? "" : path + ".";
            node.properties()
                    .forEach(each -> changes(lines, before + each.getKey(), each.getValue()));
        } else {
            lines.add(path + " changes to what is not shown");
        }
    }

    private static String shown(JsonNode value) {
        return value.isNull() || value.isMissingNode() ? "nothing" : value.toString();
    }
}
