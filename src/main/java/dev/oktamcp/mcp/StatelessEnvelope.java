package dev.oktamcp.mcp;

import static dev.oktamcp.mcp.ProtocolException.INVALID_PARAMS;
import static dev.oktamcp.mcp.ProtocolException.MISSING_CLIENT_CAPABILITY;

import dev.oktamcp.tool.ToolResult;

import org.springframework.stereotype.Component;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.Objects;

/// What 2026-07-28 has around results and errors.
@Component
final class StatelessEnvelope implements Envelope {

    /// How long a list may be kept: changes are told, to those who listen.
    private static final long TTL_MILLIS = 60_000;

    private final ServerDescription description;

    StatelessEnvelope(ServerDescription description) {
        this.description = description;
    }

    @Override
    public ObjectNode complete(ObjectNode result) {
        return around(result, "complete");
    }

    private ObjectNode around(ObjectNode result, String type) {
        result.put("resultType", type);
        result.withObject("/_meta").set(RequestMeta.SERVER, description.info());
        return result;
    }

    /// What a URL shows is nobody else's to see.
    @Override
    public ObjectNode cacheable(ObjectNode result) {
        return kept(result, TTL_MILLIS);
    }

    @Override
    public ObjectNode live(ObjectNode result) {
        return kept(result, 0);
    }

    private ObjectNode kept(ObjectNode result, long millis) {
        return complete(result).put("ttlMs", millis).put("cacheScope", "private");
    }

    /// The same request has to come again.
    ObjectNode inputRequired(ObjectNode requests, String state) {
        var result = JsonNodeFactory.instance.objectNode();
        result.set("inputRequests", requests);
        return around(result.put("requestState", state), "input_required");
    }

    @Override
    public ProtocolException noResource(String uri) {
        return new ProtocolException(200, INVALID_PARAMS, "There is no such resource.")
                .with(JsonNodeFactory.instance.objectNode().put("uri", uri));
    }

    @Override
    public void clientCannot(ToolResult.Failure failure) {
        var details = Objects.requireNonNull(failure.details());
        throw new ProtocolException(400, MISSING_CLIENT_CAPABILITY, failure.message())
                .with(details);
    }
}
