package dev.oktamcp.okta.compiler;

import dev.oktamcp.okta.documents.DocumentRefusal;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What must hold of a document before anything is sent by it: what it says of a request becomes
/// part of a request with our credentials.
final class Soundness {

    private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{1,127}");

    /// Nothing in it can end the host, or leave the path.
    private static final Pattern PATH =
            Pattern.compile("(?:/(?!\\.\\.?(?:/|$))(?:[A-Za-z0-9._~-]|\\{\\w+})+)+");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final Pattern PARAMETER = Pattern.compile("[!-~]{1,100}");
    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9-]{1,100}");
    private static final Pattern CONTENT_TYPE =
            Pattern.compile("[\\w.+*-]+/[\\w.+*-]+(?:;[ -~]*)?");

    private Soundness() {}

    /// @return its operations
    static List<OpenApiDocument.Source> operations(OpenApiDocument document) {
        var version = document.root().path("openapi").asString("");
        if (!version.startsWith("3.0")) {
            throw new DocumentRefusal(
                    version.isEmpty()
                            ? "is no OpenAPI document: it does not say which version of OpenAPI it"
                                    + " keeps to"
                            : "is written in OpenAPI %s, and only 3.0 is understood"
                                    .formatted(version));
        }
        var operations =
                document.root().path("paths").isObject()
                        ? document.operations()
                        : List.<OpenApiDocument.Source>of();
        if (operations.isEmpty()) {
            throw new DocumentRefusal("has no operation in it");
        }
        var ids = new TreeSet<String>();
        for (var operation : operations) {
            named(operation, ids);
        }
        return operations;
    }

    private static void named(OpenApiDocument.Source operation, Set<String> ids) {
        var place = operation.place();
        var id = operation.node().path("operationId").asString("");
        if (id.isEmpty()) {
            throw new DocumentRefusal("has no operationId at " + place);
        }
        if (!ID.matcher(id).matches()) {
            throw new DocumentRefusal(
                    "has an operationId at %s that is no name: %s".formatted(place, id));
        }
        if (!ids.add(id)) {
            throw new DocumentRefusal("has two operations with the operationId " + id);
        }
        if (operation.node().at("/tags/0").asString("").isBlank()) {
            throw new DocumentRefusal("has no tag for " + operation.name());
        }
        if (!PATH.matcher(operation.path()).matches()) {
            throw new DocumentRefusal(
                    "has a path for %s that is none: %s".formatted(id, operation.path()));
        }
    }

    static void check(Compiled operation) {
        operation.parameters().forEach(Soundness::parameter);
        var declared = new TreeSet<String>();
        for (var parameter : operation.parameters()) {
            if ("path".equals(parameter.path("in").stringValue())) {
                declared.add(parameter.path("name").stringValue());
            }
        }
        var used = placeholders(operation.path());
        if (!used.equals(declared)) {
            throw new DocumentRefusal(
                    "its path has %s, its parameters %s".formatted(used, declared));
        }
        var type = operation.body().path("content_type").asString("a/b");
        if (!CONTENT_TYPE.matcher(type).matches()) {
            throw new DocumentRefusal("its body has the type " + type);
        }
    }

    private static Set<String> placeholders(String path) {
        return PLACEHOLDER
                .matcher(path)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void parameter(JsonNode parameter) {
        var name = parameter.path("name").stringValue();
        var sound =
                switch (parameter.path("in").stringValue()) {
                    case "path", "query" -> PARAMETER.matcher(name).matches();
                    case "header" -> HEADER.matcher(name).matches();
                    default -> false;
                };
        if (!sound) {
            throw new DocumentRefusal("it has a parameter that can't be sent: " + name);
        }
    }
}
