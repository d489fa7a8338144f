package dev.oktamcp.okta.compiler;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Makes the file of operations: every operation that Okta's OpenAPI documents describe, one to a
/// line and by id, so that a newer release of the API is a readable difference. It takes facts
/// only, none of the documents' words.
public final class OperationCompiler {

    private static final List<String> APIS = List.of("management", "governance");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Review review;

    private OperationCompiler(Review review) {
        this.review = review;
    }

    /// @param arguments the directory of the documents, and the file to write
    public static void main(String... arguments) throws IOException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException(
                    "Give the directory of the OpenAPI documents and the file to write.");
        }
        Files.writeString(Path.of(arguments[1]), compile(Path.of(arguments[0])));
    }

    /// @return the whole text of the file
    public static String compile(Path directory) throws IOException {
        var source = JSON.createObjectNode();
        var operations = new TreeMap<String, Compiled>();
        for (var api : APIS) {
            var document = OpenApiDocument.read(directory, api);
            source.put(api, document.version());
            var compiled = new ArrayList<Compiled>();
            for (var operation : document.operations()) {
                compiled.add(Compiled.of(operation, Ids.of(operation, operations.keySet())));
            }
            compiled.forEach(operation -> add(operation, operations));
        }
        return new OperationCompiler(new Review()).text(source, operations.values());
    }

    private static void add(Compiled operation, Map<String, Compiled> operations) {
        if (operations.put(operation.id(), operation) != null) {
            throw new IllegalStateException("Two operations are named " + operation.id());
        }
    }

    private String text(ObjectNode source, Collection<Compiled> operations) {
        var methods = new Methods(operations);
        var text = new StringBuilder("{\"source\":").append(source).append(",\n\"operations\":[");
        var separator = "\n";
        for (var operation : operations) {
            text.append(separator).append(Entry.of(operation, review, methods));
            separator = ",\n";
        }
        if (!review.unused().isEmpty()) {
            throw new IllegalStateException("Not in the documents: " + review.unused());
        }
        return text.append("\n]}\n").toString();
    }
}
