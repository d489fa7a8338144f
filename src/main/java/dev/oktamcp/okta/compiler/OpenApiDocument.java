package dev.oktamcp.okta.compiler;

import dev.oktamcp.okta.documents.DocumentRefusal;
import dev.oktamcp.okta.documents.DocumentTree;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// One of Okta's OpenAPI documents, with its references followed on demand.
///
/// @param api the document's name, for example `management`
/// @param budget how much may be made of it
record OpenApiDocument(String api, JsonNode root, Budget budget) {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /// A reference may lead to another one, but not for ever.
    private static final int LONGEST_WAY = 100;

    OpenApiDocument(String api, JsonNode root) {
        this(api, root, new Budget());
    }

    static OpenApiDocument read(Path directory, String api) throws IOException {
        return new OpenApiDocument(
                api, DocumentTree.of(Files.readAllBytes(directory.resolve(api + ".yaml"))));
    }

    String version() {
        return root.at("/info/version").stringValue();
    }

    List<Source> operations() {
        var operations = new ArrayList<Source>();
        for (var path : root.required("paths").properties()) {
            for (var method : path.getValue().properties()) {
                if (METHODS.contains(method.getKey())) {
                    operations.add(source(path.getKey(), path.getValue(), method.getKey()));
                }
            }
        }
        return operations;
    }

    private Source source(String path, JsonNode item, String method) {
        return new Source(this, method, path, item, item.required(method));
    }

    /// A node as it is meant: where it is nothing but a reference, what that refers to.
    JsonNode followed(JsonNode node) {
        var here = node;
        for (int i = 0; i < LONGEST_WAY; i++) {
            if (!here.path("$ref").isString()) {
                return here;
            }
            here = target(here.path("$ref").stringValue());
        }
        throw new DocumentRefusal("has references that lead in a circle");
    }

    JsonNode target(String reference) {
        var found = reference.startsWith("#/") ? root.at(reference.substring(1)) : null;
        if (found == null || found.isMissingNode()) {
            throw new DocumentRefusal("refers to %s, which is not in it".formatted(reference));
        }
        return found;
    }

    /// An operation where it stands in its document.
    ///
    /// @param item what all methods of the path have in common
    record Source(
            OpenApiDocument document, String method, String path, JsonNode item, JsonNode node) {

        String operationId() {
            return node.required("operationId").stringValue();
        }

        /// As people name it.
        String name() {
            return "%s (%s)".formatted(operationId(), place());
        }

        String place() {
            return method.toUpperCase(Locale.ROOT) + " " + path;
        }

        boolean reads() {
            return "get".equals(method);
        }
    }
}
