package dev.oktamcp.mcp;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

/// A message that the protocol does not allow: what to answer by HTTP and in JSON-RPC.
final class ProtocolException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// JSON-RPC 2.0, section 5.1.
    static final int PARSE_ERROR = -32700;

    static final int INVALID_REQUEST = -32600;
    static final int METHOD_NOT_FOUND = -32601;
    static final int INVALID_PARAMS = -32602;
    static final int INTERNAL_ERROR = -32603;

    private final int status;
    private final String words;
    private final int code;
    private final transient @Nullable JsonNode id;

    ProtocolException(int status, int code, String message) {
        this(status, code, message, null);
    }

    private ProtocolException(int status, int code, String message, @Nullable JsonNode id) {
        super(message);
        this.words = message;
        this.status = status;
        this.code = code;
        this.id = id;
    }

    /// An error that is itself the reply to a request: HTTP has nothing to complain of.
    static ProtocolException reply(JsonNode id, int code, String message) {
        return new ProtocolException(200, code, message, id);
    }

    /// What was wrong, in words for the client.
    String words() {
        return words;
    }

    int status() {
        return status;
    }

    int code() {
        return code;
    }

    /// Of the request that is answered; null where none could be read.
    @Nullable JsonNode id() {
        return id;
    }
}
