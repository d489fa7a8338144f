package dev.oktamcp.mcp;

import dev.oktamcp.tool.Cancellation;
import dev.oktamcp.tool.InputRequest;
import dev.oktamcp.tool.InputRequiredException;

import tools.jackson.databind.node.ObjectNode;

import java.util.Map;

/// The way to a client's side, in one era.
interface Asker {

    /// @return what came, by the keys of the requests
    /// @throws InputRequiredException where it comes with another run of the call
    Map<String, ObjectNode> ask(Map<String, InputRequest> requests, Cancellation cancellation);
}
