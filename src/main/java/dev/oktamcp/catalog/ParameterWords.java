package dev.oktamcp.catalog;

import dev.oktamcp.okta.Operation;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What each parameter of Okta's operations is, in a phrase of our own. Type, bounds, default and
/// enum are not repeated: whoever reads the phrase has the JSON Schema beside it.
///
/// A phrase is found by the parameter's name. Where a name means different things, the phrase of
/// `operation.name` comes first, then that of `tag.name`.
@Component
final class ParameterWords {

    /// Formats that a schema names without showing how they look.
    private static final Map<String, String> LOOKS =
            Map.of(
                    "date-time", "ISO 8601, for example 2026-01-31T08:00:00Z",
                    "date", "ISO 8601, for example 2026-01-31");

    private final Map<String, String> phrases = new HashMap<>();

    ParameterWords(JsonMapper json) throws IOException {
        try (var file = new ClassPathResource("parameter-phrases.json").getInputStream()) {
            json.readTree(file)
                    .properties()
                    .forEach(entry -> phrases.put(entry.getKey(), entry.getValue().stringValue()));
        }
    }

    String describe(Operation operation, Operation.Parameter parameter) {
        var phrase =
                key(operation, parameter.name())
                        .map(phrases::get)
                        .orElseGet(() -> spelledOut(parameter.name()));
        var looks = LOOKS.get(parameter.schema().path("format").asString(""));
        return looks == null ? phrase : phrase + "; " + looks;
    }

    /// The entry that holds the phrase; none for a parameter of documents that are newer than our
    /// phrases. Sorted, so that of two tags it is always the same one.
    Optional<String> key(Operation operation, String name) {
        var tagged = operation.facts().tags().stream().sorted().map(tag -> tag + "." + name);
        return Stream.of(Stream.of(operation.id() + "." + name), tagged, Stream.of(name))
                .flatMap(keys -> keys)
                .filter(phrases::containsKey)
                .findFirst();
    }

    /// From `widgetId` to `Widget id`.
    private static String spelledOut(String name) {
        var words = Spelling.apart(name).strip().toLowerCase(Locale.ROOT);
        if (words.isEmpty()) {
            return name;
        }
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
