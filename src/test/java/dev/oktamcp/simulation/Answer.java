package dev.oktamcp.simulation;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.List;

/// What a handler says: a status, a body if there is one, links to other pages, further headers.
record Answer(int status, @Nullable JsonNode body, List<Link> links, List<Header> headers) {

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

    static Answer empty() {
        return of(Json.object());
    }

    static Answer noContent() {
        return new Answer(204, null, List.of());
    }
}
