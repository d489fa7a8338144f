package dev.oktamcp.tool;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;

import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Checks the arguments against the tool's own schema, that they read nothing that is hidden, and
/// that they bring no mark back that stands for a secret.
@Component
final class ValidateStage implements ToolInterceptor {

    private static final int MOST_ERRORS = 5;

    private final Map<Of, Schema> schemas = new ConcurrentHashMap<>();
    private final SchemaRegistry registry =
            SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    builder ->
                            builder.schemaRegistryConfig(
                                    SchemaRegistryConfig.builder()
                                            .formatAssertionsEnabled(true)
                                            .locale(Locale.ENGLISH)
                                            .build()));
    private final JsonMapper json;

    /// Two tools may have the same name: an operation's own, and the one that replaces it.
    private record Of(ToolDefinition definition) {

        @Override
        @SuppressWarnings("ReferenceEquality") // there is one of each, and comparing it all is slow
        public boolean equals(Object other) {
            return other instanceof Of(var same) && same == definition;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(definition);
        }
    }

    ValidateStage(JsonMapper json) {
        this.json = json;
    }

    @Override
    public Stage stage() {
        return Stage.VALIDATE;
    }

    @Override
    public ToolResult intercept(ToolCall call, ToolHandler next) {
        var definition = call.definition();
        var arguments = withoutAbsent(call.arguments());
        var errors = schemaOf(definition).validate(json.<JsonNode>valueToTree(arguments));
        if (!errors.isEmpty()) {
            var found =
                    errors.stream()
                            .limit(MOST_ERRORS)
                            .map(ValidateStage::words)
                            .collect(Collectors.joining("; "));
            return ToolResult.Failure.of(
                    FailureCode.INVALID_ARGUMENTS,
                    "The arguments do not fit %s: %s. Its input schema says what does."
                            .formatted(definition.name(), found));
        }
        var refusal =
                Redacted.refusal(arguments).or(() -> HiddenArguments.refusal(call, arguments));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        call.arguments(arguments);
        return next.handle(call);
    }

    private Schema schemaOf(ToolDefinition definition) {
        return schemas.computeIfAbsent(
                new Of(definition), _ -> registry.getSchema(definition.inputSchema()));
    }

    /// Models send null for what they leave out; inside a body null keeps its meaning.
    private static Map<String, Object> withoutAbsent(Map<String, Object> arguments) {
        var given = new HashMap<>(arguments);
        given.values().removeIf(value -> value == null);
        return given;
    }

    private static String words(Error error) {
        var where = error.getInstanceLocation().toString();
        return where.isEmpty() ? error.getMessage() : where + " " + error.getMessage();
    }
}
