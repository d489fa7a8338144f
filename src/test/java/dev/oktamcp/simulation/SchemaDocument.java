package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;

/// A schema of a profile as the API shows and changes it: Okta's own attributes and custom ones.
///
/// @param key what the custom attributes are kept by: a kind of profile, or an application's id
/// @param base Okta's own attributes: name, title, and perhaps `required`, one a line
record SchemaDocument(Store store, String key, String name, String title, String base) {

    private static final String KIND = "SchemaAttributes";

    ObjectNode show(String id) {
        var schema =
                Json.object()
                        .put("id", id)
                        .put("$schema", "http://json-schema.org/draft-04/schema#")
                        .put("name", name)
                        .put("title", title)
                        .put("type", "object");
        var definitions = schema.putObject("definitions");
        section(definitions, "custom").set("properties", custom().deepCopy());
        describe(section(definitions, "base"));
        return schema;
    }

    private static ObjectNode section(ObjectNode definitions, String name) {
        return definitions.putObject(name).put("id", "#" + name).put("type", "object");
    }

    private void describe(ObjectNode section) {
        var properties = section.putObject("properties");
        var required = new ArrayList<String>();
        for (var line : base.strip().split("\n", -1)) {
            var facts = line.split("\\|", -1);
            properties.putObject(facts[0]).put("title", facts[1]).put("type", "string");
            if (facts.length > 2) {
                required.add(facts[0]);
            }
        }
        section.set("required", Json.texts(required.toArray(String[]::new)));
    }

    private ObjectNode custom() {
        var kept = store.kind(KIND).find(key).orElseGet(this::none);
        return kept.withObject("attributes");
    }

    private ObjectNode none() {
        var none = Json.object().put("id", key).put(Owned.OWNER, key);
        store.kind(KIND).put(none);
        return none;
    }

    /// Null removes an attribute. ASSUMPTION: one that is given is as it is given, without what it
    /// was before; Okta's own attributes can't be changed here.
    void change(ObjectNode body) {
        if (!body.at("/definitions/base/properties").isEmpty()) {
            throw OktaError.invalid("base", "base: The attributes can't be changed");
        }
        var properties = body.at("/definitions/custom/properties").properties();
        for (var attribute : properties) {
            if (attribute.getValue() instanceof ObjectNode definition) {
                custom().set(attribute.getKey(), checked(attribute.getKey(), definition));
            } else {
                custom().remove(attribute.getKey());
            }
        }
    }

    private static ObjectNode checked(String name, ObjectNode definition) {
        if (Json.text(definition, "type").isEmpty() || Json.text(definition, "title").isEmpty()) {
            throw OktaError.missing(name);
        }
        return definition.deepCopy();
    }
}
