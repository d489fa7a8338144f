package dev.oktamcp.contract;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One entry of `operations.json`, as far as a request can be held against it.
record KnownOperation(
        String id,
        String http,
        List<String> path,
        List<KnownParameter> parameters,
        JsonNode entry) {

    /// All of them; a literal path before one with variables.
    static List<KnownOperation> all() throws IOException {
        try (var file = KnownOperation.class.getResourceAsStream("/operations.json")) {
            return JsonMapper.shared()
                    .readTree(file)
                    .required("operations")
                    .valueStream()
                    .map(KnownOperation::of)
                    .sorted(Comparator.comparingLong(KnownOperation::variables))
                    .toList();
        }
    }

    private static KnownOperation of(JsonNode entry) {
        openVariants(entry.required("body"));
        openVariants(entry.required("parameters"));
        return new KnownOperation(
                entry.required("id").stringValue(),
                entry.required("http").stringValue(),
                List.of(entry.required("path").stringValue().split("/", -1)),
                entry.required("parameters").valueStream().map(KnownParameter::of).toList(),
                entry);
    }

    /// For the reason that [Repairs] gives.
    private static void openVariants(JsonNode node) {
        node.forEach(KnownOperation::openVariants);
        if (node instanceof ObjectNode object && object.path("oneOf").isArray()) {
            object.set("anyOf", object.remove("oneOf"));
        }
    }

    private long variables() {
        return path.stream().filter(KnownOperation::isVariable).count();
    }

    private static boolean isVariable(String segment) {
        return segment.startsWith("{");
    }

    /// The decoded values of the path's variables by name, where a request is of this operation.
    Optional<Map<String, String>> match(String method, String target) {
        var segments = List.of(target.split("/", -1));
        if (!http.equals(method) || segments.size() != path.size()) {
            return Optional.empty();
        }
        var values = new HashMap<String, String>();
        for (int i = 0; i < segments.size(); i++) {
            var expected = path.get(i);
            if (isVariable(expected)) {
                var name = expected.substring(1, expected.length() - 1);
                values.put(name, Target.decoded(segments.get(i).replace("+", "%2B")));
            } else if (!expected.equals(segments.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    JsonNode body() {
        return entry.path("body").path("schema");
    }

    boolean bodyRequired() {
        return entry.path("body").path("required").asBoolean(false);
    }

    boolean takesJson() {
        return entry.path("body").path("content_type").asString("").endsWith("json");
    }

    boolean takesForm() {
        return entry.path("body").path("content_type").asString("").equals("multipart/form-data");
    }
}
