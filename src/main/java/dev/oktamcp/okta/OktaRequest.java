package dev.oktamcp.okta;

import dev.oktamcp.tool.FailureCode;
import dev.oktamcp.tool.ToolException;
import dev.oktamcp.tool.ToolResult;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One request to Okta: an operation with its arguments put in their places. The only place where
/// path segments and query values are encoded.
///
/// @param firstQuery the query of a list's first page, decoded
record OktaRequest(
        Operation operation,
        URI uri,
        Map<String, List<String>> firstQuery,
        Map<String, String> headers,
        @Nullable Object body) {

    /// @param continuation where a list goes on
    /// @throws ToolException for an argument that can't stand where it belongs
    /// @throws IllegalArgumentException for an argument that the operation does not have
    static OktaRequest of(
            Operation operation, Map<String, ?> arguments, Continuation continuation, OrgUrl org) {
        refuseUnknown(operation, arguments);
        var first = query(operation, arguments);
        var query = PercentEncoding.query(continuation.applied(first));
        var path = path(operation, arguments) + (query.isEmpty() ? "" : "?" + query);
        var uri = org.resolve(path);
        var headers = headers(operation, arguments);
        var body = RequestBody.of(operation, arguments.get("body"));
        return new OktaRequest(operation, uri, first, headers, body);
    }

    /// Of the body, as the operation wants it.
    String contentType() {
        var described = operation.body();
        return described == null ? "application/json" : described.contentType();
    }

    /// A misspelt filter would list everything.
    private static void refuseUnknown(Operation operation, Map<String, ?> arguments) {
        for (var name : arguments.keySet()) {
            if (!"body".equals(name)
                    && operation.parameters().stream().noneMatch(p -> p.name().equals(name))) {
                throw new IllegalArgumentException(operation.id() + " has no parameter " + name);
            }
        }
    }

    private static String path(Operation operation, Map<String, ?> arguments) {
        var path = operation.path();
        for (var parameter : inPlace(operation, Operation.Place.PATH)) {
            var value = arguments.get(parameter.name());
            path = path.replace("{" + parameter.name() + "}", segment(parameter, value));
        }
        return path;
    }

    private static String segment(Operation.Parameter parameter, @Nullable Object value) {
        var text = value == null ? "" : value.toString();
        if (text.isBlank() || ".".equals(text) || "..".equals(text)) {
            throw new ToolException(
                    ToolResult.Failure.of(
                            FailureCode.INVALID_ARGUMENTS,
                            "The value for %s can't be part of an address. Give an id."
                                    .formatted(parameter.name())));
        }
        return PercentEncoding.encode(text);
    }

    private static Map<String, List<String>> query(Operation operation, Map<String, ?> arguments) {
        var query = new LinkedHashMap<String, List<String>>();
        for (var parameter : inPlace(operation, Operation.Place.QUERY)) {
            var value = arguments.get(parameter.name());
            if (value != null) {
                query.put(parameter.name(), values(parameter, value));
            }
        }
        return query;
    }

    /// An array is sent item by item or, where Okta wants it so, in one by commas.
    private static List<String> values(Operation.Parameter parameter, Object value) {
        if (!(value instanceof Collection<?> several)) {
            return List.of(value.toString());
        }
        var texts = several.stream().map(String::valueOf).toList();
        return parameter.explode() ? texts : List.of(String.join(",", texts));
    }

    private static Map<String, String> headers(Operation operation, Map<String, ?> arguments) {
        var headers = new LinkedHashMap<String, String>();
        for (var parameter : inPlace(operation, Operation.Place.HEADER)) {
            var value = arguments.get(parameter.name());
            if (value != null) {
                headers.put(parameter.name(), header(parameter, value.toString()));
            }
        }
        return headers;
    }

    /// Visible ASCII and spaces: whatever else it were could begin another header.
    private static String header(Operation.Parameter parameter, String value) {
        if (!value.matches("[ -~]*")) {
            throw new ToolException(
                    ToolResult.Failure.of(
                            FailureCode.INVALID_ARGUMENTS,
                            "The value for %s can't be sent as a header. Use letters, digits and ASCII signs."
                                    .formatted(parameter.name())));
        }
        return value;
    }

    private static List<Operation.Parameter> inPlace(Operation operation, Operation.Place place) {
        return operation.parameters().stream().filter(p -> p.in() == place).toList();
    }
}
