package dev.oktamcp.okta.compiler;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What an operation takes: its parameters and its body.
final class Inputs {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /// They say who asks, which is this server and nobody else.
    private static final Set<String> OF_THE_CLIENT =
            Set.of("accept", "authorization", "cookie", "host", "user-agent", "x-forwarded-for");

    private final OpenApiDocument.Source source;

    Inputs(OpenApiDocument.Source source) {
        this.source = source;
    }

    /// A parameter of the operation replaces the path's of the same name and place.
    ArrayNode parameters() {
        var byPlace = new LinkedHashMap<String, JsonNode>();
        for (var list : List.of(source.item(), source.node())) {
            for (var entry : list.path("parameters")) {
                var parameter = source.document().followed(entry);
                byPlace.put(text(parameter, "in") + " " + text(parameter, "name"), parameter);
            }
        }
        var parameters = NODES.arrayNode();
        for (var parameter : byPlace.values()) {
            if (!isSetByClient(parameter)) {
                parameters.add(parameter(parameter));
            }
        }
        return parameters;
    }

    /// `Content-Type` stays where nothing is sent: there it chooses what comes back.
    private boolean isSetByClient(JsonNode parameter) {
        var name = text(parameter, "name").toLowerCase(Locale.ROOT);
        if (!"header".equals(text(parameter, "in"))) {
            // A cookie is a browser's.
            return "cookie".equals(text(parameter, "in"));
        }
        return OF_THE_CLIENT.contains(name)
                || ("content-type".equals(name) && source.node().has("requestBody"));
    }

    private ObjectNode parameter(JsonNode parameter) {
        var facts = NODES.objectNode();
        facts.put("name", text(parameter, "name"));
        facts.put("in", text(parameter, "in"));
        // Some documents forget it for the path, where nothing works without.
        var inPath = "path".equals(text(parameter, "in"));
        if (inPath || parameter.path("required").asBoolean(false)) {
            facts.put("required", true);
        }
        serialization(parameter, facts);
        facts.set("schema", schema(parameter, false));
        return facts;
    }

    /// Only where it is not what OpenAPI has by default: `form` and one pair for each item in a
    /// query, `simple` elsewhere.
    private static void serialization(JsonNode parameter, ObjectNode facts) {
        var usual = "query".equals(text(parameter, "in")) ? "form" : "simple";
        var style = parameter.path("style").asString(usual);
        var explode = parameter.path("explode").asBoolean("form".equals(style));
        if (!style.equals(usual)) {
            facts.put("style", style);
        }
        if (explode != "form".equals(style)) {
            facts.put("explode", explode);
        }
    }

    JsonNode body() {
        var body = source.document().followed(source.node().path("requestBody"));
        if (body.isMissingNode()) {
            return NODES.nullNode();
        }
        var content = content(body.required("content"));
        var facts = NODES.objectNode();
        facts.put("required", body.path("required").asBoolean(false));
        facts.put("content_type", content);
        facts.set("schema", schema(body.required("content").required(content), !isPost()));
        return facts;
    }

    private boolean isPost() {
        return "post".equals(source.method());
    }

    /// JSON where it is offered: it is what this server's callers can write.
    private static String content(JsonNode contents) {
        var types = contents.properties().stream().map(Map.Entry::getKey).toList();
        return types.contains("application/json") ? "application/json" : types.getFirst();
    }

    private ObjectNode schema(JsonNode holder, boolean keepsId) {
        var inlined = new SchemaInliner(source.document()).inlined(holder.path("schema"));
        return new SchemaFacts(keepsId).of(inlined);
    }

    private static String text(JsonNode node, String name) {
        return node.required(name).stringValue();
    }
}
