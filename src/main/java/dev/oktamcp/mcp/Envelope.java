package dev.oktamcp.mcp;

import dev.oktamcp.tool.ToolResult;

import tools.jackson.databind.node.ObjectNode;

/// What results and errors of one era have around them.
interface Envelope {

    /// A result that is the last word.
    ObjectNode complete(ObjectNode result);

    /// The same, where the client may keep it for a while.
    ObjectNode cacheable(ObjectNode result);

    /// The same, where the client has to ask each time.
    ObjectNode live(ObjectNode result);

    /// There is no such resource.
    ProtocolException noResource(String uri);

    /// The client lacks what a call needs of it; returns where that is said like other failures.
    ///
    /// @throws ProtocolException where the protocol has an error for it
    void clientCannot(ToolResult.Failure failure);
}
