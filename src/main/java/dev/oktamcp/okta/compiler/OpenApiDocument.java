package dev.oktamcp.okta.compiler;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// One of Okta's OpenAPI documents, with its references followed on demand.
///
/// @param api the document's name, for example `management`
record OpenApiDocument(String api, JsonNode root) {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /// The documents share subtrees by YAML aliases, more than a parser allows of its own accord.
    private static final LoadSettings SETTINGS =
            LoadSettings.builder()
                    .setMaxAliasesForCollections(Integer.MAX_VALUE)
                    .setCodePointLimit(Integer.MAX_VALUE)
                    .build();

    static OpenApiDocument read(Path directory, String api) throws IOException {
        try (var reader = Files.newBufferedReader(directory.resolve(api + ".yaml"))) {
            var tree = Objects.requireNonNull(new Load(SETTINGS).loadFromReader(reader));
            return new OpenApiDocument(api, JsonMapper.shared().valueToTree(tree));
        }
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
        while (here.path("$ref").isString()) {
            here = target(here.path("$ref").stringValue());
        }
        return here;
    }

    JsonNode target(String reference) {
        var found = root.at(reference.substring(1));
        if (!reference.startsWith("#/") || found.isMissingNode()) {
            throw new IllegalArgumentException(
                    "%s.yaml refers to %s, which is not in it".formatted(api, reference));
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

        boolean reads() {
            return "get".equals(method);
        }
    }
}
