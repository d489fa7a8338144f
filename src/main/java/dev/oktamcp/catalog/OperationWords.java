package dev.oktamcp.catalog;

import dev.oktamcp.okta.Operation;
import dev.oktamcp.okta.Operations;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/// Our own words for each of Okta's operations: one sentence, and what people say who look for it.
@Component
final class OperationWords {

    private static final String FILE = "operations-overlay.json";

    private record Words(String sentence, List<String> searched) {}

    private final Map<String, Words> byOperation = new HashMap<>();

    OperationWords(Operations operations, JsonMapper json) throws IOException {
        try (var file = new ClassPathResource(FILE).getInputStream()) {
            for (var entry : json.readTree(file).properties()) {
                byOperation.put(entry.getKey(), words(entry.getValue()));
            }
        }
        requireEach(operations.shipped(), byOperation.keySet());
    }

    private static Words words(JsonNode entry) {
        return new Words(
                entry.required("says").stringValue(),
                entry.required("words").valueStream().map(JsonNode::stringValue).toList());
    }

    /// Both ways, of the operations that came with the server. Documents that are newer than our
    /// words may have others.
    ///
    /// @throws IllegalStateException naming operations without words, or words for no operation
    static void requireEach(Collection<String> operations, Collection<String> worded) {
        requireNone(without(operations, worded), "%s has no words for %s");
        requireNone(without(worded, operations), "%s has words for %s, which Okta does not have");
    }

    private static Collection<String> without(Collection<String> all, Collection<String> some) {
        var rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private static void requireNone(Collection<String> ids, String complaint) {
        if (!ids.isEmpty()) {
            throw new IllegalStateException(complaint.formatted(FILE, ids));
        }
    }

    /// What the operation does, in one sentence of at most 120 characters.
    String sentence(Operation operation) {
        return of(operation).sentence();
    }

    /// Synonyms, in lower case, that its name and sentence need not contain.
    List<String> searched(Operation operation) {
        return of(operation).searched();
    }

    private Words of(Operation operation) {
        var words = byOperation.get(operation.id());
        return words == null ? spelledOut(operation.id()) : words;
    }

    /// From `createWidget` to `Create widget.`
    private static Words spelledOut(String id) {
        var words = Spelling.apart(id).strip().toLowerCase(Locale.ROOT);
        return new Words(
                words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".",
                List.of());
    }
}
