package dev.oktamcp.okta;

import dev.oktamcp.tool.OperationFacts;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// One entry of Okta's API, as Okta's OpenAPI documents describe it.
///
/// @param tool the name of the tool that is made of it
/// @param http the HTTP method
/// @param path with parameters in braces, for example `/api/v1/users/{id}`
/// @param roles administrators of whom any may call it; empty where Okta does not say
/// @param lifecycle how far it is released; null where Okta does not say
/// @param response what a successful answer's body is
/// @param items the property that holds the list, where an answer is an object around a list
public record Operation(
        OperationFacts facts,
        String tool,
        Api api,
        String http,
        String path,
        Set<String> roles,
        @Nullable Lifecycle lifecycle,
        boolean deprecated,
        Paging paging,
        Response response,
        @Nullable String items,
        List<Parameter> parameters,
        @Nullable Body body) {

    public Operation {
        roles = Set.copyOf(roles);
        parameters = List.copyOf(parameters);
    }

    /// Okta's `operationId`; where two APIs share one, the later has the API's name before it.
    public String id() {
        return facts.id();
    }

    /// What is requested, whatever its path's parameters are called.
    public String request() {
        return request(http, path);
    }

    /// What is requested by this HTTP method at this path, whatever its parameters are called.
    public static String request(String http, String path) {
        return http + " " + path.replaceAll("\\{[^}]*}", "{}");
    }

    /// Whether it answers with a list.
    public boolean lists() {
        return response == Response.ARRAY || items != null;
    }

    /// The same with another schema of its body.
    ///
    /// @throws IllegalStateException where it has none
    public Operation withBody(JsonNode schema) {
        if (body == null) {
            throw new IllegalStateException(id() + " has no body");
        }
        return new Operation(
                facts,
                tool,
                api,
                http,
                path,
                roles,
                lifecycle,
                deprecated,
                paging,
                response,
                items,
                parameters,
                new Body(body.required(), body.contentType(), schema));
    }

    /// Okta's document that describes it.
    public enum Api {
        MANAGEMENT,
        GOVERNANCE;

        /// As the document is called, for example `management`.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// How far Okta has released it.
    public enum Lifecycle {
        BETA,
        EA,
        LIMITED_GA,
        GA
    }

    /// How a list goes on.
    public enum Paging {
        NONE,
        /// By a `Link` header with `rel="next"`.
        LINK,
        /// By a `Link` header that is always there, so that one can come back for what is new.
        POLL,
        /// By `_links.next.href` in the body.
        BODY
    }

    /// What the body of a successful answer is.
    public enum Response {
        NONE,
        JSON,
        ARRAY,
        /// Anything but JSON.
        TEXT
    }

    /// Where a parameter stands in the request.
    public enum Place {
        PATH,
        QUERY,
        HEADER
    }

    /// One parameter, with its JSON Schema.
    ///
    /// @param explode whether an array is sent as one pair for each of its items, not by commas
    public record Parameter(
            String name, Place in, boolean required, boolean explode, JsonNode schema) {}

    /// What is sent, with its JSON Schema.
    public record Body(boolean required, String contentType, JsonNode schema) {

        /// Whether the file itself is what is sent.
        public boolean isFile() {
            return schema.path("format").asString("").equals("binary");
        }

        /// Whether a file is sent as part of a form.
        public boolean isForm() {
            return contentType.equals("multipart/form-data");
        }
    }
}
