package dev.oktamcp.contract;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/// Changes Okta's documents where their letter, or the validator's reading of it, would refuse what
/// Okta accepts. This is the whole list of false alarms:
///
/// - `oneOf` becomes `anyOf`. Okta's variants are open objects with few required fields, so a good
///   body (a network zone of type `IP`, a bookmark app) fits several of them; the discriminator
///   says which one is meant, and the validator still checks that one.
/// - A discriminator whose property is not required (`grant_type` of a token request, `platform` of
///   a device assurance) is dropped: the validator refuses the whole schema for it.
/// - A pattern with `(?i)` is dropped: that is no regular expression of JSON Schema. So are two
///   that can't be meant: one takes a single character where the length goes to 75, one no
///   duration.
/// - A property that is required and read-only is required of answers alone (OpenAPI 3.0.3, Schema
///   Object, `readOnly`), and so are `_links`. What is required and not described is not required:
///   the request for a mapping asks for what belongs one level deeper.
/// - A parameter that Okta's guides send more than once is an array (`expand` of
///   `createPolicySimulation`, in the guide to access simulations).
/// - Two properties of which the document says that only one may be sent are both not required,
///   where it requires both (`PolicyContext`).
/// - A parameter that is one of several texts is a text: the validator would read it as JSON.
/// - A value that stands twice in an enum (`GrantType`) stands there once.
/// - A body of which nothing is described is dropped: the validator can't read it.
final class Repairs {

    private static final Set<String> SEVERAL = Set.of("createPolicySimulationexpand");

    private static final Pattern WRONG =
            Pattern.compile("\\(\\?i\\)|^\\^\\[[^\\]]*\\]\\$$|^\\^P\\(\\?:\\$\\)");

    private final Deque<Schema<?>> todo = new ArrayDeque<>();
    private final Set<Schema<?>> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private final Schemas schemas;
    private final Map<String, RequestBody> bodies;

    private Repairs(OpenAPI api) {
        schemas = new Schemas(api.getComponents().getSchemas());
        bodies = Objects.requireNonNullElse(api.getComponents().getRequestBodies(), Map.of());
    }

    static OpenAPI make(OpenAPI api) {
        var repairs = new Repairs(api);
        repairs.addAll(api.getComponents().getSchemas());
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(repairs::addAll);
        while (!repairs.todo.isEmpty()) {
            repairs.mend(repairs.todo.remove());
        }
        return api;
    }

    private void addAll(Operation operation) {
        if (operation.getParameters() != null) {
            operation
                    .getParameters()
                    .forEach(parameter -> {
                        add(parameter.getSchema());
                        asText(parameter);
                        if (SEVERAL.contains(operation.getOperationId() + parameter.getName())) {
                            parameter.setSchema(new ArraySchema().items(new StringSchema()));
                        }
                    });
        }
        var body = body(operation);
        if (body != null && body.getContent() == null) {
            operation.setRequestBody(null);
        } else if (body != null) {
            body.getContent().values().forEach(type -> add(type.getSchema()));
        }
    }

    private void asText(Parameter parameter) {
        var schema = parameter.getSchema() == null ? null : schemas.resolved(parameter.getSchema());
        var variants = schema == null ? null : schema.getOneOf();
        if (variants != null
                && variants.stream()
                        .allMatch(v -> "string".equals(schemas.resolved(v).getType()))) {
            parameter.setSchema(new StringSchema());
        }
    }

    /// Where it is described elsewhere in the document, that.
    private @Nullable RequestBody body(Operation operation) {
        var body = operation.getRequestBody();
        if (body != null && body.get$ref() != null) {
            operation.setRequestBody(
                    bodies.get(body.get$ref().replace("#/components/requestBodies/", "")));
        }
        return operation.getRequestBody();
    }

    private <T> void mend(Schema<T> schema) {
        addParts(schema);
        if (schema.getOneOf() != null) {
            schema.setAnyOf(schema.getOneOf());
            schema.setOneOf(null);
        }
        var discriminator = schema.getDiscriminator();
        if (discriminator != null && !schemas.requires(schema, discriminator.getPropertyName())) {
            schema.setDiscriminator(null);
        }
        if (schema.getRequired() != null) {
            schema.setRequired(
                    schema.getRequired().stream()
                            .filter(name -> schemas.sends(schema, name))
                            .filter(name -> !schemas.says(schema, name, "are allowed, not both"))
                            .toList());
        }
        if (schema.getEnum() != null) {
            schema.setEnum(schema.getEnum().stream().distinct().toList());
        }
        if (schema.getPattern() != null && WRONG.matcher(schema.getPattern()).find()) {
            schema.setPattern(null);
        }
    }

    private void addParts(Schema<?> schema) {
        addAll(schema.getProperties());
        add(schema.getItems());
        addAll(schema.getAllOf());
        addAll(schema.getAnyOf());
        addAll(schema.getOneOf());
        add(schema.getAdditionalProperties() instanceof Schema<?> more ? more : null);
    }

    @SuppressWarnings("rawtypes")
    private void addAll(@Nullable Map<String, Schema> schemas) {
        addAll(schemas == null ? null : schemas.values());
    }

    @SuppressWarnings("rawtypes")
    private void addAll(@Nullable Collection<Schema> schemas) {
        if (schemas != null) {
            schemas.stream().filter(Objects::nonNull).forEach(this::add);
        }
    }

    private void add(@Nullable Schema<?> schema) {
        if (schema != null && seen.add(schema)) {
            todo.add(schema);
        }
    }
}
