package dev.oktamcp.toolset;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;

/// The attribute statements of a SAML 2.0 app, in their order. Their names are unique.
record AttributeStatements(ArrayNode all) {

    /// The sign-on mode of the apps that have them.
    static final String MODE = "SAML_2_0";

    private static final String NAME = "name";

    static AttributeStatements of(JsonNode app) {
        var all = JsonMapper.shared().createArrayNode();
        app.at("/settings/signOn/attributeStatements").forEach(each -> all.add(each.deepCopy()));
        return new AttributeStatements(all);
    }

    private static String name(JsonNode statement) {
        return statement.path(NAME).asString("");
    }

    /// @throws dev.oktamcp.tool.ToolException where there is none of such a name
    AttributeStatements without(List<String> names) {
        for (var name : names) {
            var at = place(name);
            if (at == all.size()) {
                throw Refusal.nothingChanged(
                        "there is no statement \"%s\". get_saml_attribute_statements tells which there are."
                                .formatted(name));
            }
            all.remove(at);
        }
        return this;
    }

    /// Each in the place of the one of its name, or at the end.
    AttributeStatements with(List<Map<String, Object>> statements) {
        for (var statement : statements) {
            var given = JsonMapper.shared().<ObjectNode>valueToTree(statement);
            if (name(given).isEmpty()) {
                throw Refusal.nothingChanged("a statement has no name. Give each its name.");
            }
            var at = place(name(given));
            if (at < all.size()) {
                all.set(at, given);
            } else {
                all.add(given);
            }
        }
        return this;
    }

    private int place(String name) {
        int at = 0;
        while (at < all.size() && !name(all.get(at)).equals(name)) {
            at++;
        }
        return at;
    }

    /// The app with these statements, and nothing else changed.
    ObjectNode in(ObjectNode app) {
        var changed = app.deepCopy();
        changed.withObject("/settings/signOn").set("attributeStatements", all);
        return changed;
    }
}
