package dev.oktamcp.catalog;

import dev.oktamcp.okta.PageRequest;
import dev.oktamcp.tool.TextLength;
import dev.oktamcp.tool.ToolCall;

import org.springframework.ai.mcp.annotation.McpToolParam;
import org.springframework.ai.util.json.schema.JsonSchemaGenerator;
import org.springframework.core.Nullness;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The parameters of a tool's method as JSON Schema. Two types are not arguments of their own:
/// `ToolCall` is handed in, `PageRequest` stands for what every list takes.
final class ToolParameters {

    private static final int LONGEST_TEXT = 2000;

    private final JsonMapper json;
    private final ObjectNode schema;

    private ToolParameters(List<Parameter> parameters, JsonMapper json) {
        this.json = json;
        this.schema = json.createObjectNode().put("type", "object");
        schema.putObject("properties");
        schema.putArray("required");
        parameters.forEach(this::describe);
        if (schema.required("required").isEmpty()) {
            schema.remove("required");
        }
        schema.put("additionalProperties", false);
    }

    static ToolParameters of(Method method, JsonMapper json) {
        return new ToolParameters(Stream.of(method.getParameters()).toList(), json);
    }

    ObjectNode schema() {
        return schema;
    }

    private void describe(Parameter parameter) {
        if (parameter.getType() == PageRequest.class) {
            PageParameters.describe(schema.withObject("/properties"));
        } else if (parameter.getType() != ToolCall.class) {
            var property = typeOf(parameter);
            property.put("description", description(parameter));
            schema.withObject("/properties").set(name(parameter), property);
            if (Nullness.forParameter(parameter) != Nullness.NULLABLE) {
                schema.withArray("/required").add(name(parameter));
            }
        }
    }

    private ObjectNode typeOf(Parameter parameter) {
        var generated = JsonSchemaGenerator.generateForType(parameter.getParameterizedType());
        var type = (ObjectNode) json.readTree(generated);
        type.remove(List.of("$schema", "additionalProperties"));
        if ("string".equals(type.path("type").asString("")) && !type.has("enum")) {
            var length = parameter.getAnnotation(TextLength.class);
            type.put("minLength", length == null ? 1 : length.least());
            type.put("maxLength", length == null ? LONGEST_TEXT : length.most());
        }
        var constants = parameter.getType().getEnumConstants();
        if (constants != null) {
            type.set("enum", json.valueToTree(constants));
        }
        return type;
    }

    private static String description(Parameter parameter) {
        var described = parameter.getAnnotation(McpToolParam.class);
        if (described == null || described.description().isBlank()) {
            throw new IllegalStateException(
                    "%s of %s has no description"
                            .formatted(parameter, parameter.getDeclaringExecutable()));
        }
        return described.description();
    }

    /// From Java's `userId` to `user_id`.
    static String name(Parameter parameter) {
        return parameter.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
