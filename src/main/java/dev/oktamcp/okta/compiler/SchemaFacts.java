package dev.oktamcp.okta.compiler;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Set;

/// What is kept of a schema that was written out: what a caller must know to send a valid value, as
/// JSON Schema and in a fixed order.
final class SchemaFacts {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /// Okta's own navigation, which it sets itself.
    private static final Set<String> NAVIGATION = Set.of("_links", "_embedded");

    private final boolean keepsId;

    /// @param keepsId whether a required `id` is sent although Okta gives it
    SchemaFacts(boolean keepsId) {
        this.keepsId = keepsId;
    }

    ObjectNode of(JsonNode schema) {
        var facts = NODES.objectNode();
        ValueFacts.add(schema, facts);
        properties(schema, facts);
        parts(schema, facts);
        if (schema.path("writeOnly").asBoolean(false)) {
            facts.put("writeOnly", true);
        }
        return facts;
    }

    private void properties(JsonNode schema, ObjectNode facts) {
        var kept = NODES.objectNode();
        for (var property : schema.path("properties").properties()) {
            if (isSent(property.getKey(), property.getValue(), schema.path("required"))) {
                kept.set(property.getKey(), of(property.getValue()));
            }
        }
        if (!kept.isEmpty()) {
            facts.set("properties", kept);
        }
        var required = NODES.arrayNode();
        for (var name : schema.path("required")) {
            var known = kept.has(name.stringValue()) || !schema.has("properties");
            if (known && !isAlternative(schema.path("properties").path(name.stringValue()))) {
                required.add(name);
            }
        }
        if (!required.isEmpty()) {
            facts.set("required", required);
        }
    }

    /// Of two properties that can't be sent together neither is required, though a document that
    /// says so in words may require both (`PolicyContext`: "Only user IDs or Group IDs are allowed,
    /// not both").
    private static boolean isAlternative(JsonNode property) {
        return property.path("description").asString("").contains("are allowed, not both");
    }

    private boolean isSent(String name, JsonNode property, JsonNode required) {
        if (NAVIGATION.contains(name)) {
            return false;
        }
        if (!property.path("readOnly").asBoolean(false)) {
            return true;
        }
        return keepsId
                && "id".equals(name)
                && required.valueStream().anyMatch(r -> name.equals(r.stringValue()));
    }

    private void parts(JsonNode schema, ObjectNode facts) {
        if (schema.path("items").isObject()) {
            facts.set("items", of(schema.path("items")));
        }
        var others = schema.path("additionalProperties");
        if (others.isBoolean()) {
            facts.set("additionalProperties", others);
        } else if (others.isObject()) {
            var kept = of(others);
            facts.set("additionalProperties", kept.isEmpty() ? NODES.booleanNode(true) : kept);
        } else if (schema.path("x-okta-extensible").asBoolean(false)) {
            facts.put("additionalProperties", true);
        }
        for (var choice : List.of("oneOf", "anyOf", "allOf")) {
            if (schema.has(choice)) {
                facts.set(choice, variants(schema, choice));
            }
        }
    }

    private ArrayNode variants(JsonNode schema, String choice) {
        var kept = NODES.arrayNode();
        for (var variant : schema.path(choice)) {
            kept.add(of(variant));
        }
        var untyped = ValueFacts.typeOf(schema).isEmpty() && !"allOf".equals(choice);
        if (untyped && schema.path("nullable").asBoolean(false)) {
            kept.add(NODES.objectNode().put("type", "null"));
        }
        return kept;
    }
}
