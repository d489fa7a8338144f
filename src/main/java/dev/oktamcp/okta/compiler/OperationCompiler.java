package dev.oktamcp.okta.compiler;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
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
            for (var operation : document.operations()) {
                var compiled = Compiled.of(operation, operations.keySet());
                operations.put(compiled.id(), compiled);
            }
        }
        return new OperationCompiler(new Review()).text(source, operations.values());
    }

    private String text(ObjectNode source, Collection<Compiled> operations) {
        var methods = new Methods(operations);
        var text = new StringBuilder("{\"source\":").append(source).append(",\n\"operations\":[");
        var separator = "\n";
        for (var operation : operations) {
            text.append(separator).append(entry(operation, methods));
            separator = ",\n";
        }
        if (!review.unused().isEmpty()) {
            throw new IllegalStateException("Not in the documents: " + review.unused());
        }
        return text.append("\n]}\n").toString();
    }

    private ObjectNode entry(Compiled operation, Methods methods) {
        var entry = JSON.createObjectNode();
        entry.put("id", operation.id());
        entry.put("tool", ToolNames.of(operation.id()));
        entry.put("api", operation.source().document().api());
        entry.put("http", operation.http());
        entry.put("path", operation.path());
        judged(operation, methods, entry);
        access(operation.source(), entry);
        entry.put("paging", operation.answer().paging().name());
        entry.put("response", operation.answer().response().name());
        entry.put("items", operation.answer().items());
        entry.set("parameters", operation.parameters());
        entry.set("body", operation.body());
        return entry;
    }

    private void judged(Compiled operation, Methods methods, ObjectNode entry) {
        var effect = review.effect(operation.id(), operation.http());
        var tag = operation.apiTag();
        entry.put("effect", effect.name());
        entry.put("sensitive", review.isSensitive(operation.id(), tag, effect));
        entry.put("method", review.method(operation.id(), methods.of(operation)).word());
        var toolset = review.toolset(tag).tag();
        var tags = JSON.createArrayNode().add(toolset);
        if (!ToolNames.tag(tag).equals(toolset)) {
            tags.add(ToolNames.tag(tag));
        }
        entry.set("tags", tags);
    }

    private static void access(OpenApiDocument.Source source, ObjectNode entry) {
        var access = Access.of(source);
        var operation = source.node();
        entry.set("scopes", texts(access.scopes()));
        entry.set("credentials", texts(access.credentials()));
        entry.set("roles", texts(access.roles()));
        entry.put("lifecycle", operation.at("/x-okta-lifecycle/lifecycle").asString(null));
        entry.put("deprecated", operation.path("deprecated").asBoolean(false));
    }

    private static ArrayNode texts(Collection<?> values) {
        var texts = JSON.createArrayNode();
        values.forEach(value -> texts.add(value.toString()));
        return texts;
    }
}
