package dev.oktamcp.okta;

import dev.oktamcp.tool.CredentialKind;
import dev.oktamcp.tool.Effect;
import dev.oktamcp.tool.Method;
import dev.oktamcp.tool.OperationFacts;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// One operation out of its entry in `operations.json`.
final class OperationReader {

    private OperationReader() {}

    static Operation operation(JsonNode entry) {
        return new Operation(
                facts(entry),
                text(entry, "tool"),
                Operation.Api.valueOf(text(entry, "api").toUpperCase(Locale.ROOT)),
                text(entry, "http"),
                text(entry, "path"),
                Set.copyOf(texts(entry, "roles")),
                lifecycle(entry.required("lifecycle")),
                entry.required("deprecated").booleanValue(),
                Operation.Paging.valueOf(text(entry, "paging")),
                Operation.Response.valueOf(text(entry, "response")),
                entry.required("items").asString(null),
                parameters(entry),
                body(entry.required("body")));
    }

    private static OperationFacts facts(JsonNode entry) {
        return new OperationFacts(
                text(entry, "id"),
                Effect.valueOf(text(entry, "effect")),
                entry.required("sensitive").booleanValue(),
                Method.valueOf(text(entry, "method").toUpperCase(Locale.ROOT)),
                Set.copyOf(texts(entry, "tags")),
                Set.copyOf(texts(entry, "scopes")),
                texts(entry, "credentials").stream()
                        .map(CredentialKind::valueOf)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static List<Operation.Parameter> parameters(JsonNode entry) {
        return entry.required("parameters").valueStream().map(OperationReader::parameter).toList();
    }

    private static Operation.Parameter parameter(JsonNode parameter) {
        var place = Operation.Place.valueOf(text(parameter, "in").toUpperCase(Locale.ROOT));
        return new Operation.Parameter(
                text(parameter, "name"),
                place,
                parameter.path("required").asBoolean(false),
                parameter.path("explode").asBoolean(place == Operation.Place.QUERY),
                parameter.required("schema"));
    }

    private static Operation.@Nullable Lifecycle lifecycle(JsonNode lifecycle) {
        return lifecycle.isNull() ? null : Operation.Lifecycle.valueOf(lifecycle.stringValue());
    }

    private static Operation.@Nullable Body body(JsonNode body) {
        return body.isNull()
                ? null
                : new Operation.Body(
                        body.path("required").asBoolean(false),
                        text(body, "content_type"),
                        body.required("schema"));
    }

    private static String text(JsonNode entry, String name) {
        return entry.required(name).stringValue();
    }

    private static List<String> texts(JsonNode entry, String name) {
        return entry.required(name).valueStream().map(JsonNode::stringValue).toList();
    }
}
