package dev.oktamcp.mcp;

import tools.jackson.databind.node.ObjectNode;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// The keys that mean something in an object, each spelled in one way. Other readers may not look
/// at case, so what one of them would take for such a key must not be there.
final class Keys {

    static final Keys OF_MESSAGES =
            new Keys("jsonrpc", "id", "method", "params", "result", "error");

    static final Keys OF_PARAMS =
            new Keys(
                    "_meta",
                    "argument",
                    "arguments",
                    "capabilities",
                    "clientInfo",
                    "cursor",
                    "inputResponses",
                    "level",
                    "name",
                    "notifications",
                    "protocolVersion",
                    "ref",
                    "requestId",
                    "requestState",
                    "uri");

    static final Keys OF_META =
            new Keys(
                    "progressToken",
                    "traceparent",
                    RequestMeta.VERSION,
                    RequestMeta.CAPABILITIES,
                    RequestMeta.CLIENT,
                    RequestMeta.LOG_LEVEL);

    private final Map<String, String> byFolded = new HashMap<>();

    private Keys(String... keys) {
        for (var key : keys) {
            byFolded.put(folded(key), key);
        }
    }

    /// Whether every key that could be meant is spelled as it has to be.
    boolean spelledIn(ObjectNode object) {
        for (var key : object.propertyNames()) {
            if (!key.equals(byFolded.getOrDefault(folded(key), key))) {
                return false;
            }
        }
        return true;
    }

    /// By way of capitals: the long s and the Kelvin sign fold to ASCII too, as some readers do.
    private static String folded(String key) {
        return key.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
