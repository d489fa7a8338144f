package dev.oktamcp.okta.compiler;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

import java.util.Locale;
import java.util.Set;

/// One operation as far as its own document tells.
///
/// @param id Okta's `operationId`, with the document's name before it where two share one
record Compiled(
        String id,
        OpenApiDocument.Source source,
        ArrayNode parameters,
        JsonNode body,
        Answer answer) {

    /// @param taken the ids of the documents before this one
    static Compiled of(OpenApiDocument.Source source, Set<String> taken) {
        var inputs = new Inputs(source);
        var parameters = inputs.parameters();
        return new Compiled(
                id(source, taken),
                source,
                parameters,
                inputs.body(),
                Answer.of(source, parameters));
    }

    private static String id(OpenApiDocument.Source source, Set<String> taken) {
        var id = source.operationId();
        return taken.contains(id)
                ? source.document().api()
                        + id.substring(0, 1).toUpperCase(Locale.ROOT)
                        + id.substring(1)
                : id;
    }

    String http() {
        return source.method().toUpperCase(Locale.ROOT);
    }

    String path() {
        return source.path();
    }

    String apiTag() {
        return source.node().at("/tags/0").stringValue();
    }
}
