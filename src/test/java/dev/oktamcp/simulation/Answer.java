package dev.oktamcp.simulation;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

import java.util.List;

/// What a handler says: a status, a body if there is one, links to other pages, further headers.
record Answer(int status, @Nullable JsonNode body, List<Link> links, List<Header> headers) {

    static final String TYPE = "Content-Type";

    Answer(int status, @Nullable JsonNode body, List<Link> links) {
        this(status, body, links, List.of());
    }

    static Answer of(JsonNode body) {
        return new Answer(200, body, List.of());
    }

    static Answer of(JsonNode body, List<Link> links) {
        return new Answer(200, body, links);
    }

    static Answer created(JsonNode body) {
        return new Answer(201, body, List.of());
    }

    /// A body that is no JSON.
    static Answer text(String type, String text) {
        var header = new Header(TYPE, type);
        return new Answer(200, StringNode.valueOf(text), List.of(), List.of(header));
    }

    /// Whether the body is text as it stands.
    boolean isText() {
        return headers.stream().anyMatch(header -> header.name().equals(TYPE));
    }

    static Answer empty() {
        return of(Json.object());
    }

    static Answer noContent() {
        return new Answer(204, null, List.of());
    }
}
