package dev.oktamcp.catalog;

import dev.oktamcp.okta.Operation;
import dev.oktamcp.tool.DryRun;
import dev.oktamcp.tool.Effect;

import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What an operation takes, as the JSON Schema of its tool: parameters by Okta's own names, and
/// `body`. How Okta pages is not among it: a tool has our own `limit` and `cursor`, and our own
/// `fields`, which every list takes, in place of that of the one that Okta lets choose.
@Component
final class OperationSchema {

    /// Characters that a body takes in the list of tools. All but a few of Okta's take less.
    static final int LISTED = 4_000;

    /// What is said where the list of tools cuts it off.
    static final String OPEN = "Open: describe_operation shows what belongs here.";

    private static final int LONGEST_TEXT = 2000;
    private static final int LONGEST_QUERY = 8000;
    private static final Set<String> QUERIES = Set.of("search", "filter");
    private static final String IMAGE =
            "The image, in Base64. Messages are limited (okta-mcp.mcp.max-message): to 256 KB"
                    + " unless the operator says otherwise.";
    private static final Set<String> OKTAS_PAGING = Set.of("after", "limit", "fields");

    private final ParameterWords words;

    OperationSchema(ParameterWords words) {
        this.words = words;
    }

    /// @param longest characters that the body may take
    /// @param open what is said where it is cut off
    ObjectNode of(Operation operation, int longest, String open) {
        var schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        var properties = schema.putObject("properties");
        parameters(operation)
                .forEach(each -> properties.set(each.name(), described(operation, each)));
        if (pages(operation)) {
            PageParameters.describe(properties);
        }
        var body = operation.body();
        if (body != null) {
            properties.set("body", body(body, longest, open));
        }
        if (operation.facts().effect() != Effect.READ) {
            DryRun.describe(properties);
        }
        var required = required(operation);
        if (!required.isEmpty()) {
            required.forEach(schema.putArray("required")::add);
        }
        return schema.put("additionalProperties", false);
    }

    private static List<Operation.Parameter> parameters(Operation operation) {
        return operation.parameters().stream()
                .filter(each -> !pages(operation) || !OKTAS_PAGING.contains(each.name()))
                .toList();
    }

    private static List<String> required(Operation operation) {
        var body = Stream.ofNullable(operation.body()).filter(Operation.Body::required);
        return Stream.concat(
                        parameters(operation).stream()
                                .filter(Operation.Parameter::required)
                                .map(Operation.Parameter::name),
                        body.map(_ -> "body"))
                .toList();
    }

    /// Whether it is read page by page.
    static boolean pages(Operation operation) {
        return operation.lists() && operation.http().equals("GET");
    }

    private ObjectNode described(Operation operation, Operation.Parameter parameter) {
        var schema = ClientSchema.of(parameter.schema(), LISTED, OPEN);
        if (isUnboundedText(schema)) {
            var query = QUERIES.contains(parameter.name());
            schema.put("maxLength", query ? LONGEST_QUERY : LONGEST_TEXT);
        }
        return schema.put("description", words.describe(operation, parameter));
    }

    private static boolean isUnboundedText(JsonNode schema) {
        return schema.path("type").asString("").equals("string")
                && !schema.has("enum")
                && !schema.has("maxLength");
    }

    private static ObjectNode body(Operation.Body body, int longest, String open) {
        var schema = ClientSchema.of(body.schema(), longest, open);
        if (body.isFile()) {
            schema.remove("format");
            schema.put("contentEncoding", "base64").put("description", "The file, in Base64.");
        }
        if (body.isForm()) {
            var file = schema.withObject("/properties/file");
            file.remove("format");
            file.put("contentEncoding", "base64");
            file.put("description", IMAGE);
        }
        if (!schema.has("description")) {
            schema.put("description", "What is sent, by Okta's own names.");
        }
        return schema;
    }
}
