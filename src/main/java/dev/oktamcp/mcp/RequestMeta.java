package dev.oktamcp.mcp;

import static dev.oktamcp.mcp.ProtocolException.INVALID_PARAMS;

import dev.oktamcp.tool.LogLevel;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Locale;
import java.util.stream.Stream;

/// What a request says of itself in `_meta` (2026-07-28, Overview, `_meta`).
///
/// @param client as it describes itself
/// @param logLevel the mildest message that is wanted; null where none is
/// @param progressToken null where no progress is wanted
record RequestMeta(
        ClientFacts client, @Nullable LogLevel logLevel, @Nullable JsonNode progressToken) {

    private static final int LONGEST_TOKEN = 200;
    private static final String PREFIX = "io.modelcontextprotocol/";

    static final String VERSION = PREFIX + "protocolVersion";
    static final String CAPABILITIES = PREFIX + "clientCapabilities";
    static final String CLIENT = PREFIX + "clientInfo";
    static final String LOG_LEVEL = PREFIX + "logLevel";
    static final String SUBSCRIPTION = PREFIX + "subscriptionId";
    static final String SERVER = PREFIX + "serverInfo";

    /// @throws ProtocolException for a level that there is not, or a token of the wrong type
    static RequestMeta of(ObjectNode params) {
        var meta = params.path("_meta");
        return new RequestMeta(
                ClientFacts.of(meta.path(CLIENT), meta.path(CAPABILITIES)),
                logLevel(meta.get(LOG_LEVEL)),
                progressToken(params));
    }

    /// The same in every version that has sessions.
    ///
    /// @throws ProtocolException where it is neither a string nor an integer, or too long to be
    ///   said again with each notice
    static @Nullable JsonNode progressToken(ObjectNode params) {
        var token = params.path("_meta").get("progressToken");
        if (token != null && !token.isString() && !token.isIntegralNumber()) {
            throw ProtocolException.params("\"progressToken\" must be a string or an integer.");
        }
        if (token != null && token.asString().length() > LONGEST_TOKEN) {
            throw ProtocolException.params(
                    "\"progressToken\" is longer than %d characters.".formatted(LONGEST_TOKEN));
        }
        return token;
    }

    private static @Nullable LogLevel logLevel(@Nullable JsonNode given) {
        return given == null ? null : logLevelOf(given);
    }

    /// @throws ProtocolException where there is no such level
    static LogLevel logLevelOf(JsonNode given) {
        return Stream.of(LogLevel.values())
                .filter(level -> level.name().toLowerCase(Locale.ROOT).equals(given.asString("")))
                .findFirst()
                .orElseThrow(() ->
                        new ProtocolException(200, INVALID_PARAMS, "There is no such log level."));
    }
}
