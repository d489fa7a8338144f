package dev.oktamcp.runbook;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Reads one entry of `runbooks.json`.
final class RunbookReader {

    private RunbookReader() {}

    static Runbook runbook(JsonNode entry) {
        return new Runbook(
                text(entry, "name"),
                text(entry, "title"),
                text(entry, "description"),
                entry.required("arguments").valueStream().map(RunbookReader::argument).toList(),
                defaults(entry.path("defaults")),
                text(entry, "goal"),
                entry.required("steps").valueStream().map(RunbookReader::step).toList(),
                text(entry, "end"));
    }

    private static Runbook.Argument argument(JsonNode entry) {
        return new Runbook.Argument(
                text(entry, "name"),
                text(entry, "description"),
                entry.required("required").booleanValue(),
                entry.path("completion").asString(""));
    }

    private static Runbook.Step step(JsonNode entry) {
        return new Runbook.Step(
                text(entry, "say"),
                strings(entry.required("by")),
                entry.path("essential").asBoolean(false),
                entry.path("otherwise").asString(""));
    }

    private static Map<String, String> defaults(JsonNode entry) {
        return entry.properties().stream()
                .collect(
                        Collectors.toMap(Map.Entry::getKey, each -> each.getValue().stringValue()));
    }

    private static List<String> strings(JsonNode entry) {
        return entry.valueStream().map(JsonNode::stringValue).toList();
    }

    private static String text(JsonNode entry, String name) {
        return entry.required(name).stringValue();
    }
}
