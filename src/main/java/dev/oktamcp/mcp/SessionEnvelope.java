package dev.oktamcp.mcp;

import static dev.oktamcp.mcp.ProtocolException.RESOURCE_NOT_FOUND;

import dev.oktamcp.tool.ToolResult;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Nothing is around a result where there are sessions.
enum SessionEnvelope implements Envelope {
    INSTANCE;

    @Override
    public ObjectNode complete(ObjectNode result) {
        return result;
    }

    @Override
    public ObjectNode cacheable(ObjectNode result) {
        return result;
    }

    @Override
    public ObjectNode live(ObjectNode result) {
        return result;
    }

    @Override
    public ProtocolException noResource(String uri) {
        return new ProtocolException(200, RESOURCE_NOT_FOUND, "There is no such resource.")
                .with(JsonNodeFactory.instance.objectNode().put("uri", uri));
    }

    @Override
    public void clientCannot(ToolResult.Failure failure) {}
}
