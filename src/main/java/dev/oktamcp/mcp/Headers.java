package dev.oktamcp.mcp;

import static dev.oktamcp.mcp.ProtocolException.HEADER_MISMATCH;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/// Compares what stands in a request's headers with its body, so that whoever routes by the one and
/// whoever acts by the other see the same (2026-07-28, Streamable HTTP, Request Metadata).
final class Headers {

    static final String VERSION = "MCP-Protocol-Version";
    static final String METHOD = "Mcp-Method";
    static final String NAME = "Mcp-Name";

    private static final String BASE64 = "=?base64?";
    private static final String END = "?=";

    /// By method, the parameter that `Mcp-Name` repeats.
    private static final Map<String, String> NAMED =
            Map.of("tools/call", "name", "prompts/get", "name", "resources/read", "uri");

    private Headers() {}

    /// @throws ProtocolException -32020 where one is missing or says something else
    static void check(Message.Request request, HttpServletRequest http) {
        same(METHOD, text(http, METHOD), request.method());
        var parameter = NAMED.get(request.method());
        if (parameter != null) {
            var inBody = request.params().path(parameter);
            same(NAME, decoded(http, NAME), inBody.asString(""));
        }
    }

    /// @throws ProtocolException -32020 where it does not say the same as `_meta`
    static void checkVersion(HttpServletRequest http, JsonNode inBody) {
        same(VERSION, text(http, VERSION), inBody.asString(""));
    }

    static void same(String header, @Nullable String value, String inBody) {
        if (value == null) {
            throw mismatch(header + " is missing.");
        }
        if (!value.equals(inBody)) {
            throw mismatch(header + " does not say what the body says.");
        }
    }

    /// @throws ProtocolException where it stands there twice: readers may differ in which they take
    static @Nullable String single(HttpServletRequest http, String header) {
        var values = http.getHeaders(header);
        var first = values.hasMoreElements() ? values.nextElement() : null;
        if (values.hasMoreElements()) {
            throw mismatch(header + " stands there more than once.");
        }
        return first;
    }

    /// @throws ProtocolException where it has other characters than a header may (RFC 9110, section
    ///   5.5): readers may differ in how they decode them
    private static @Nullable String text(HttpServletRequest http, String header) {
        var value = single(http, header);
        if (value != null && !value.chars().allMatch(Headers::plain)) {
            throw mismatch(header + " has other characters than those of ASCII that can be seen.");
        }
        return value;
    }

    private static boolean plain(int character) {
        return character == '\t' || (character >= ' ' && character <= '~');
    }

    /// @throws ProtocolException for what is marked as Base64 and is none, or no UTF-8 in it
    static @Nullable String decoded(HttpServletRequest http, String header) {
        var value = text(http, header);
        if (value == null || !value.startsWith(BASE64) || !value.endsWith(END)) {
            return value;
        }
        var encoded = value.substring(BASE64.length(), value.length() - END.length());
        try {
            var bytes = Base64.getDecoder().decode(encoded);
            if (!Base64.getEncoder().encodeToString(bytes).equals(encoded)) {
                throw mismatch(header + " is not Base64.");
            }
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (IllegalArgumentException e) {
            throw mismatch(header + " is not Base64.");
        } catch (CharacterCodingException e) {
            throw mismatch(header + " is not UTF-8 in Base64.");
        }
    }

    static ProtocolException mismatch(String what) {
        return new ProtocolException(400, HEADER_MISMATCH, "Header mismatch: " + what);
    }
}
