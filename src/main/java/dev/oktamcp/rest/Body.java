package dev.oktamcp.rest;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.Optional;
import java.util.stream.Collectors;

/// The body of a request: a JSON object that was read strictly.
public final class Body {

    private final JsonMapper json;
    private final ObjectNode content;

    Body(JsonMapper json, ObjectNode content) {
        this.json = json;
        this.content = content;
    }

    /// The body as a record.
    ///
    /// @throws RestException 400 for a field that is unknown or of a wrong type, by its name
    public <T> T as(Class<T> type) {
        return read(content, type);
    }

    /// What becomes of `current` when the body is applied to it as a merge patch (RFC 7396).
    ///
    /// @throws RestException 400 for a field that is unknown or of a wrong type, by its name
    public <T> T appliedTo(T current, Class<T> type) {
        read(content, type);
        ObjectNode merged = json.valueToTree(current);
        merge(merged, content);
        return read(merged, type);
    }

    /// Whether the body names this field, be it with null.
    public boolean names(String field) {
        return content.has(field);
    }

    /// The text at this path; empty where there is none.
    public Optional<String> text(String... path) {
        JsonNode node = content;
        for (var step : path) {
            node = node.path(step);
        }
        return node.isString() ? Optional.of(node.stringValue()) : Optional.empty();
    }

    private static void merge(ObjectNode target, ObjectNode patch) {
        patch.forEachEntry((name, value) -> {
            if (value.isNull()) {
                target.remove(name);
            } else if (value instanceof ObjectNode inner) {
                merge(
                        target.get(name) instanceof ObjectNode object
                                ? object
                                : target.putObject(name),
                        inner);
            } else {
                target.set(name, value);
            }
        });
    }

    private <T> T read(ObjectNode node, Class<T> type) {
        try {
            return json.treeToValue(node, type);
        } catch (UnrecognizedPropertyException e) {
            throw refused(
                    e,
                    "%s is no field here. Known are: %s."
                            .formatted(
                                    path(e),
                                    e.getKnownPropertyIds().stream()
                                            .map(String::valueOf)
                                            .sorted()
                                            .collect(Collectors.joining(", "))));
        } catch (DatabindException e) {
            throw refused(e, "%s has a value that can't be read.".formatted(path(e)));
        }
    }

    private static RestException refused(JacksonException e, String detail) {
        return RestException.badRequest(detail).with("field", path(e));
    }

    /// For example `config.tools.include[0]`.
    private static String path(JacksonException e) {
        var path = new StringBuilder();
        for (Reference step : e.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.isEmpty() ? "the body" : path.toString();
    }
}
