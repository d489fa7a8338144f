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

    /// MCP 2025-11-25, Resources, Error Handling.
    static final int RESOURCE_NOT_FOUND = -32002;

    /// MCP 2026-07-28, Overview, Error Codes.
    static final int HEADER_MISMATCH = -32020;

    static final int MISSING_CLIENT_CAPABILITY = -32021;
    static final int UNSUPPORTED_VERSION = -32022;

    private final int status;
    private final String words;
    private final int code;
    private final transient @Nullable JsonNode id;
    private final transient @Nullable JsonNode data;

    ProtocolException(int status, int code, String message) {
        this(status, code, message, null, null);
    }

    private ProtocolException(
            int status, int code, String message, @Nullable JsonNode id, @Nullable JsonNode data) {
        super(message, null, false, false);
        this.words = message;
        this.status = status;
        this.code = code;
        this.id = id;
        this.data = data;
    }

    /// The parameters of a request are not what its method takes.
    static ProtocolException params(String message) {
        return new ProtocolException(200, INVALID_PARAMS, message);
    }

    /// The same, with facts for programs.
    ProtocolException with(JsonNode facts) {
        return new ProtocolException(status, code, words, id, facts);
    }

    /// The same, as the answer to the request with this id.
    ProtocolException to(JsonNode requestId) {
        return new ProtocolException(status, code, words, requestId, data);
    }

    /// The same, as the answer to this message, where it does not name another one yet.
    ProtocolException to(Message message) {
        return id == null && message instanceof Message.Request request ? to(request.id()) : this;
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

    @Nullable JsonNode data() {
        return data;
    }
}
