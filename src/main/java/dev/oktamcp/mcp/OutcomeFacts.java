package dev.oktamcp.mcp;

import dev.oktamcp.tool.CallOutcome;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.LinkedHashMap;
import java.util.Map;

/// What a client may know of a call beside its result: the id by which the audit has it, and what
/// Okta leaves of its rate limits, by the names of the IETF's RateLimit fields (draft 06) in
/// seconds.
final class OutcomeFacts {

    private static final String CALL = "dev.oktamcp/call";

    private OutcomeFacts() {}

    /// For `_meta` (MCP 2025-11-25, Base protocol, `_meta`).
    static ObjectNode meta(CallOutcome outcome) {
        var meta = JsonNodeFactory.instance.objectNode().put(CALL, outcome.callId());
        limits(outcome).forEach(meta::put);
        return meta;
    }

    /// For the HTTP response.
    static Map<String, String> headers(CallOutcome outcome) {
        var headers = new LinkedHashMap<String, String>();
        limits(outcome).forEach((name, value) -> headers.put(name, value.toString()));
        return headers;
    }

    private static Map<String, Long> limits(CallOutcome outcome) {
        var limits = new LinkedHashMap<String, Long>();
        var limit = outcome.rateLimit();
        if (limit != null) {
            limits.put("ratelimit-limit", (long) limit.limit());
            limits.put("ratelimit-remaining", (long) limit.remaining());
            limits.put("ratelimit-reset", limit.resetSeconds());
        }
        return limits;
    }
}
