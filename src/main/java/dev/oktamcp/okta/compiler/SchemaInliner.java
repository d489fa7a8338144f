package dev.oktamcp.okta.compiler;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;

/// Writes a schema out: references replaced by what they refer to, `allOf` merged with what stands
/// beside it, every variant of a discriminator with its own value.
final class SchemaInliner {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final OpenApiDocument document;

    /// The references that are being written out, so that a circle ends in a plain object.
    private final Deque<String> open = new ArrayDeque<>();

    SchemaInliner(OpenApiDocument document) {
        this.document = document;
    }

    ObjectNode inlined(JsonNode schema) {
        document.budget().spend();
        var result = NODES.objectNode();
        if (schema.path("$ref").isString()) {
            merge(result, target(schema.path("$ref").stringValue()));
        }
        for (var part : schema.path("allOf")) {
            merge(result, inlined(part));
        }
        merge(result, own(schema));
        return result;
    }

    private ObjectNode target(String reference) {
        if (open.contains(reference)) {
            return NODES.objectNode().put("type", "object");
        }
        open.push(reference);
        try {
            return inlined(document.target(reference));
        } finally {
            open.pop();
        }
    }

    private ObjectNode own(JsonNode schema) {
        var own = NODES.objectNode();
        for (var keyword : schema.properties()) {
            var value = keyword.getValue();
            switch (keyword.getKey()) {
                case "$ref", "allOf", "discriminator" -> {}
                case "properties" -> own.set("properties", properties(value));
                case "oneOf", "anyOf" -> own.set(keyword.getKey(), variants(schema, value));
                case "items", "additionalProperties", "not" ->
                        own.set(keyword.getKey(), value.isObject() ? inlined(value) : value);
                default -> own.set(keyword.getKey(), value);
            }
        }
        return own;
    }

    /// A property may have the name `$ref`, so that names are never taken for keywords here.
    private ObjectNode properties(JsonNode properties) {
        var inlined = NODES.objectNode();
        for (var property : properties.properties()) {
            inlined.set(property.getKey(), inlined(property.getValue()));
        }
        return inlined;
    }

    private JsonNode variants(JsonNode schema, JsonNode variants) {
        var inlined = NODES.arrayNode();
        for (var variant : variants) {
            var one = inlined(variant);
            pin(one, schema.path("discriminator"), variant.path("$ref").asString(""));
            inlined.add(one);
        }
        return inlined;
    }

    /// Says in the variant itself by which value it is told from the others.
    private static void pin(ObjectNode variant, JsonNode discriminator, String reference) {
        var values = NODES.arrayNode();
        for (var mapping : discriminator.path("mapping").properties()) {
            if (mapping.getValue().asString("").equals(reference)) {
                values.add(mapping.getKey());
            }
        }
        if (!values.isEmpty()) {
            var name = discriminator.required("propertyName").stringValue();
            var property = NODES.objectNode().put("type", "string");
            property.set("enum", values);
            property.put("readOnly", false);
            var pinned = NODES.objectNode();
            pinned.set("properties", NODES.objectNode().set(name, property));
            pinned.set("required", NODES.arrayNode().add(name));
            merge(variant, pinned);
        }
    }

    /// What comes later is nearer to the use, and wins.
    private static void merge(ObjectNode into, ObjectNode from) {
        for (var keyword : from.properties()) {
            var name = keyword.getKey();
            var value = keyword.getValue();
            switch (name) {
                case "properties" -> mergeProperties(into.withObjectProperty(name), value);
                case "required" -> into.set(name, union(into.path(name), value));
                case "oneOf", "anyOf" -> addVariants(into, name, value);
                default -> into.set(name, value);
            }
        }
    }

    private static void mergeProperties(ObjectNode into, JsonNode from) {
        for (var property : from.properties()) {
            merge(into.withObjectProperty(property.getKey()), (ObjectNode) property.getValue());
        }
    }

    private static JsonNode union(JsonNode first, JsonNode second) {
        var names = new LinkedHashSet<String>();
        for (var list : List.of(first, second)) {
            list.forEach(name -> names.add(name.stringValue()));
        }
        var union = NODES.arrayNode();
        names.forEach(union::add);
        return union;
    }

    /// Two choices at one place are two conditions, which only `allOf` can say.
    private static void addVariants(ObjectNode into, String name, JsonNode variants) {
        if (!into.has(name)) {
            into.set(name, variants);
        } else if (!into.path(name).equals(variants)) {
            into.withArrayProperty("allOf").add(NODES.objectNode().set(name, variants));
        }
    }
}
