package dev.oktamcp.toolset;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.Map;

/// A change of the custom attributes of a profile's schema. Okta keeps the attributes that are not
/// named, so only those that are go out, each whole.
final class CustomAttributes {

    private CustomAttributes() {}

    /// @param schema as Okta has it
    /// @param attributes by name, what to change of each
    /// @return what to send
    /// @throws dev.oktamcp.tool.ToolException for what can't be changed, or would be lost
    static ObjectNode changed(JsonNode schema, Map<String, Object> attributes) {
        var definitions = schema.path("definitions");
        var custom = definitions.path("custom").path("properties");
        var body = JsonMapper.shared().createObjectNode();
        var properties = body.putObject("definitions").putObject("custom").putObject("properties");
        for (var attribute : attributes.entrySet()) {
            var name = attribute.getKey();
            if (definitions.path("base").path("properties").has(name)) {
                throw Refusal.nothingChanged(
                        "%s is no custom attribute, and comes with Okta or the app. Give custom ones alone."
                                .formatted(name));
            }
            properties.set(name, Merged.of(custom.path(name), changes(name, attribute.getValue())));
        }
        return body;
    }

    private static Map<?, ?> changes(String name, Object given) {
        if (given instanceof Map<?, ?> changes) {
            return changes;
        }
        throw Refusal.nothingChanged(
                "%s has no definition. Give an object with what is to change of it."
                        .formatted(name));
    }
}
