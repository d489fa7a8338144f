package dev.oktamcp.okta;

import dev.oktamcp.tool.FailureCode;
import dev.oktamcp.tool.ToolException;
import dev.oktamcp.tool.ToolResult;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// One request to Okta: an operation with its arguments put in their places. The only place where
/// path segments and query values are encoded.
///
/// @param firstQuery the query of a list's first page, decoded
record OktaRequest(
        Operation operation,
        URI uri,
        Map<String, String> firstQuery,
        Map<String, String> headers,
        @Nullable Object body) {

    /// @param continuation where a list goes on
    /// @throws ToolException for an argument that can't stand where it belongs
    /// @throws IllegalArgumentException for an argument that the operation does not have
    static OktaRequest of(
            Operation operation, Map<String, ?> arguments, Continuation continuation, OrgUrl org) {
        refuseUnknown(operation, arguments);
        var first = in(Operation.Place.QUERY, operation, arguments);
        var uri = org.resolve(path(operation, arguments) + encoded(continuation.applied(first)));
        var headers = in(Operation.Place.HEADER, operation, arguments);
        return new OktaRequest(operation, uri, first, headers, arguments.get("body"));
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

    private static Map<String, String> in(
            Operation.Place place, Operation operation, Map<String, ?> arguments) {
        var found = new LinkedHashMap<String, String>();
        for (var parameter : inPlace(operation, place)) {
            var value = arguments.get(parameter.name());
            if (value != null) {
                found.put(parameter.name(), value.toString());
            }
        }
        return found;
    }

    private static List<Operation.Parameter> inPlace(Operation operation, Operation.Place place) {
        return operation.parameters().stream().filter(p -> p.in() == place).toList();
    }

    private static String encoded(Map<String, String> query) {
        return query.isEmpty()
                ? ""
                : query.entrySet().stream()
                        .map(e ->
                                PercentEncoding.encode(e.getKey())
                                        + "="
                                        + PercentEncoding.encode(e.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
    }
}
