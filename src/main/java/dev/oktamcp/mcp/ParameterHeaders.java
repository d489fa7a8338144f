package dev.oktamcp.mcp;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;

/// Compares the headers that a tool's schema asks for (`x-mcp-header`) with the arguments
/// (2026-07-28, Streamable HTTP, Custom Headers from Tool Parameters).
final class ParameterHeaders {

    private static final String ANNOTATION = "x-mcp-header";
    private static final String PREFIX = "Mcp-Param-";

    private ParameterHeaders() {}

    /// @throws ProtocolException -32020 where one is missing, is there for nothing, or says
    ///   something else
    static void check(JsonNode schema, JsonNode arguments, HttpServletRequest http) {
        if (!(schema.get("properties") instanceof ObjectNode properties)) {
            return;
        }
        properties.forEachEntry((name, property) -> {
            var value = arguments.path(name);
            if (property.path(ANNOTATION).isString()) {
                compare(PREFIX + property.get(ANNOTATION).stringValue(), value, http);
            }
            check(property, value, http);
        });
    }

    private static void compare(String header, JsonNode value, HttpServletRequest http) {
        var given = Headers.decoded(http, header);
        if (value.isMissingNode() || value.isNull()) {
            if (given != null) {
                throw Headers.mismatch(header + " is there, but no such argument.");
            }
        } else if (!sameNumber(given, value)) {
            Headers.same(header, given, value.asString(""));
        }
    }

    /// `42.0` and `42` are the same.
    private static boolean sameNumber(@Nullable String given, JsonNode value) {
        try {
            return given != null
                    && value.isNumber()
                    && given.length() < 20
                    && new BigDecimal(given).compareTo(value.decimalValue()) == 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
