package dev.oktamcp.okta.compiler;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

import java.util.Locale;

/// One operation as far as its own document tells.
///
/// @param id Okta's `operationId`, with the document's name before it where two share one
record Compiled(
        String id,
        OpenApiDocument.Source source,
        ArrayNode parameters,
        JsonNode body,
        Answer answer) {

    static Compiled of(OpenApiDocument.Source source, String id) {
        var inputs = new Inputs(source);
        var parameters = inputs.parameters();
        return new Compiled(id, source, parameters, inputs.body(), Answer.of(source, parameters));
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
