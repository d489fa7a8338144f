package dev.oktamcp.okta;

import dev.oktamcp.tool.OperationFacts;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.List;

/// One entry of Okta's API, as Okta's OpenAPI documents describe it.
///
/// @param http the HTTP method
/// @param path with parameters in braces, for example `/api/v1/users/{id}`
/// @param response what a successful answer's body is
public record Operation(
        OperationFacts facts,
        String http,
        String path,
        Paging paging,
        Response response,
        List<Parameter> parameters,
        @Nullable Body body) {

    public Operation {
        parameters = List.copyOf(parameters);
    }

    /// Okta's `operationId`.
    public String id() {
        return facts.id();
    }

    /// How a list goes on.
    public enum Paging {
        NONE,
        /// By a `Link` header with `rel="next"`.
        LINK,
        /// By a `Link` header that is always there, so that one can come back for what is new.
        POLL
    }

    /// What the body of a successful answer is.
    public enum Response {
        NONE,
        JSON,
        ARRAY
    }

    /// Where a parameter stands in the request.
    public enum Place {
        PATH,
        QUERY,
        HEADER
    }

    /// One parameter, with its JSON Schema.
    public record Parameter(String name, Place in, boolean required, JsonNode schema) {}

    /// What is sent, with its JSON Schema.
    public record Body(boolean required, String contentType, JsonNode schema) {}
}
