package dev.oktamcp.contract;

import io.swagger.v3.oas.models.media.Schema;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// What a document's schemas say, with references followed and their parts looked through.
///
/// @param named as the parser's own model has them
@SuppressWarnings("rawtypes")
record Schemas(Map<String, Schema> named) {

    /// Whether a schema, or else each of its variants, requires a property.
    boolean requires(Schema<?> reference, String property) {
        var schema = resolved(reference);
        var required = schema.getRequired();
        if (required != null && required.contains(property)) {
            return true;
        }
        if (schema.getAllOf() != null) {
            return schema.getAllOf().stream().anyMatch(part -> requires(part, property));
        }
        return schema.getAnyOf() != null
                && schema.getAnyOf().stream().allMatch(variant -> requires(variant, property));
    }

    Schema<?> resolved(Schema<?> schema) {
        var reference = schema.get$ref();
        return reference == null
                ? schema
                : Objects.requireNonNull(
                        named.get(reference.substring(reference.lastIndexOf('/') + 1)), reference);
    }

    /// Whether a property is described, and part of what is sent.
    boolean sends(Schema<?> schema, String name) {
        return !name.equals("_links")
                && properties(schema, name)
                        .map(property -> resolved(property))
                        .findAny()
                        .filter(property -> !Boolean.TRUE.equals(property.getReadOnly()))
                        .isPresent();
    }

    /// Whether a property's description has these words.
    boolean says(Schema<?> schema, String name, String words) {
        return properties(schema, name)
                .map(Schema::getDescription)
                .anyMatch(description -> description != null && description.contains(words));
    }

    /// The schemas of a property, in all parts of the one that has it.
    private Stream<Schema<?>> properties(Schema<?> reference, String name) {
        var schema = resolved(reference);
        var own = Stream.ofNullable(schema.getProperties()).flatMap(all -> one(all, name));
        var parts =
                Stream.of(schema.getAllOf(), schema.getAnyOf(), schema.getOneOf())
                        .filter(Objects::nonNull)
                        .flatMap(all -> all.stream())
                        .flatMap(part -> properties(part, name));
        return Stream.concat(own, parts);
    }

    private static Stream<Schema<?>> one(Map<String, Schema> all, String name) {
        return Stream.ofNullable(all.get(name));
    }
}
