package dev.oktamcp.okta;

import dev.oktamcp.tool.CredentialKind;
import dev.oktamcp.tool.Effect;
import dev.oktamcp.tool.Method;
import dev.oktamcp.tool.OperationFacts;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What Okta can do: every operation that is known here, by its `operationId`.
@Component
public final class Operations {

    private final Map<String, Operation> byId = new TreeMap<>();

    Operations(JsonMapper json) throws IOException {
        try (var file = new ClassPathResource("operations.json").getInputStream()) {
            for (var entry : json.readTree(file).required("operations")) {
                var operation = operation(entry);
                byId.put(operation.id(), operation);
            }
        }
    }

    /// @throws IllegalArgumentException for an id that is not known
    public Operation require(String id) {
        var operation = byId.get(id);
        if (operation == null) {
            throw new IllegalArgumentException("No operation of Okta is named " + id);
        }
        return operation;
    }

    /// Every operation, by id.
    public Collection<Operation> all() {
        return Collections.unmodifiableCollection(byId.values());
    }

    private static Operation operation(JsonNode entry) {
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
        return entry.required("parameters").valueStream().map(Operations::parameter).toList();
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
