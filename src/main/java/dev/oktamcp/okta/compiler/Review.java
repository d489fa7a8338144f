package dev.oktamcp.okta.compiler;

import dev.oktamcp.tool.Effect;
import dev.oktamcp.tool.Method;
import dev.oktamcp.tool.Toolset;

import org.springframework.core.io.ClassPathResource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What no document says and somebody has to decide: an operation's effect, method, toolset and
/// whether it is sensitive. Rules first; the exceptions stand in files, each with its reason.
final class Review implements Judge {

    private final JsonNode tags;
    private final JsonNode operations;
    private final Map<String, Toolset> toolsets = new HashMap<>();
    private final Set<String> unused = new TreeSet<>();

    Review() throws IOException {
        var exceptions = file("operation-exceptions.json");
        tags = exceptions.required("tags");
        operations = exceptions.required("operations");
        for (var toolset : file("toolsets.json").properties()) {
            var value =
                    Toolset.valueOf(toolset.getKey().toUpperCase(Locale.ROOT).replace('-', '_'));
            toolset.getValue().forEach(tag -> toolsets.put(tag.stringValue(), value));
        }
        unused.addAll(tags.propertyNames());
        unused.addAll(operations.propertyNames());
        unused.addAll(toolsets.keySet());
    }

    private static JsonNode file(String name) throws IOException {
        try (var file = new ClassPathResource(name).getInputStream()) {
            return JsonMapper.shared().readTree(file);
        }
    }

    @Override
    public Judgement of(Compiled operation, Methods methods) {
        var id = operation.id();
        var effect = effect(id, operation.http());
        var tag = operation.apiTag();
        var toolset =
                toolset(tag)
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "No toolset has Okta's tag %s. Put it into toolsets.json."
                                                .formatted(tag)));
        return new Judgement(
                effect,
                isSensitive(id, tag, effect),
                method(id, methods.of(operation)),
                ToolNames.tags(toolset, tag));
    }

    /// The area that Okta's tag belongs to; none for a tag that nobody has sorted in yet.
    Optional<Toolset> toolset(String apiTag) {
        unused.remove(apiTag);
        return Optional.ofNullable(toolsets.get(apiTag));
    }

    private Effect effect(String id, String http) {
        var exception = exception(id).path("effect");
        if (exception.isString()) {
            return Effect.valueOf(exception.stringValue());
        }
        return switch (http) {
            case "GET" -> Effect.READ;
            case "DELETE" -> Effect.DESTROY;
            default -> Effect.CHANGE;
        };
    }

    /// A tag's mark is for what writes; what reads is marked one by one, where it hands out
    /// secrets.
    private boolean isSensitive(String id, String apiTag, Effect effect) {
        var exception = exception(id).path("sensitive");
        unused.remove(apiTag);
        return exception.isBoolean()
                ? exception.booleanValue()
                : effect != Effect.READ && tags.has(apiTag);
    }

    private Method method(String id, Method byRule) {
        var exception = exception(id).path("method");
        return exception.isString()
                ? Method.valueOf(exception.stringValue().toUpperCase(Locale.ROOT))
                : byRule;
    }

    private JsonNode exception(String id) {
        unused.remove(id);
        return operations.path(id);
    }

    /// Entries for what the documents do not have (any more).
    Set<String> unused() {
        return unused;
    }
}
