package dev.oktamcp.okta.compiler;

import dev.oktamcp.okta.Operation.Paging;
import dev.oktamcp.okta.Operation.Response;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;

/// What comes back when all is well, and how a list in it goes on.
///
/// @param items the property of the answer that holds the list, where the answer is not the list
record Answer(Response response, Paging paging, @Nullable String items) {

    private static final String JSON = "application/json";

    /// What stands beside a list without being part of the answer.
    private static final Set<String> ASIDE = Set.of("_links", "metadata");

    /// @param parameters the operation's own, as they were written out
    static Answer of(OpenApiDocument.Source source, JsonNode parameters) {
        var content = content(source);
        if (content.isEmpty()) {
            return new Answer(Response.NONE, Paging.NONE, null);
        }
        if (!content.get().has(JSON)) {
            return new Answer(Response.TEXT, Paging.NONE, null);
        }
        var schema =
                new SchemaInliner(source.document())
                        .inlined(content.get().required(JSON).path("schema"));
        return source.reads()
                ? read(schema, parameters)
                : new Answer(form(schema), Paging.NONE, null);
    }

    private static Response form(JsonNode schema) {
        return "array".equals(schema.path("type").asString("")) ? Response.ARRAY : Response.JSON;
    }

    private static Answer read(JsonNode schema, JsonNode parameters) {
        return form(schema) == Response.ARRAY
                ? new Answer(Response.ARRAY, linked(parameters), null)
                : list(whole(schema), has(parameters, "after"));
    }

    /// Where there is a short and a full form of an answer, the first of them: lists are alike in
    /// both.
    private static JsonNode whole(JsonNode schema) {
        return schema.has("properties") ? schema : schema.path("oneOf").path(0);
    }

    boolean isList() {
        return response == Response.ARRAY || items != null;
    }

    /// Of several good answers the first that has JSON, else the first with any content.
    private static Optional<JsonNode> content(OpenApiDocument.Source source) {
        var contents = new ArrayList<JsonNode>();
        for (var response : source.node().required("responses").properties()) {
            var content = source.document().followed(response.getValue()).path("content");
            if (response.getKey().startsWith("2") && !content.isEmpty()) {
                contents.add(content);
            }
        }
        return contents.stream()
                .filter(content -> content.has(JSON))
                .findFirst()
                .or(() -> contents.stream().findFirst());
    }

    /// A list that can be asked from a time on never ends: there may always be something new.
    private static Paging linked(JsonNode parameters) {
        if (!has(parameters, "after")) {
            return Paging.NONE;
        }
        return has(parameters, "since") ? Paging.POLL : Paging.LINK;
    }

    private static Answer list(JsonNode schema, boolean after) {
        var links = schema.path("properties").path("_links");
        var next = links.path("properties").has("next");
        var items = items(schema, after || next);
        if (items == null) {
            return new Answer(Response.JSON, Paging.NONE, null);
        }
        if (next || (after && !links.isMissingNode())) {
            return new Answer(Response.JSON, Paging.BODY, items);
        }
        return new Answer(Response.JSON, after ? Paging.LINK : Paging.NONE, items);
    }

    /// In a page the only array; elsewhere an array that is all there is.
    private static @Nullable String items(JsonNode schema, boolean isPage) {
        var arrays = new ArrayList<String>();
        var others = 0;
        for (var property : schema.path("properties").properties()) {
            if ("array".equals(property.getValue().path("type").asString(""))) {
                arrays.add(property.getKey());
            } else if (!ASIDE.contains(property.getKey())) {
                others++;
            }
        }
        return arrays.size() == 1 && (isPage || others == 0) ? arrays.getFirst() : null;
    }

    private static boolean has(JsonNode parameters, String name) {
        return parameters.valueStream().anyMatch(p -> name.equals(p.path("name").stringValue()));
    }
}
