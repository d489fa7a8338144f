package dev.oktamcp.okta;

import dev.oktamcp.tool.ToolException;

import tools.jackson.databind.node.ObjectNode;

/// What came of the read of an object that is to be shown.
sealed interface Seen {

    record There(Operation read, ObjectNode object) implements Seen {}

    /// The MCP server does not let it through.
    record NotAllowed(Operation read) implements Seen {}

    /// Of the present state, Okta itself refused it.
    record Refused(Operation read, ToolException why) implements Seen {}
}
