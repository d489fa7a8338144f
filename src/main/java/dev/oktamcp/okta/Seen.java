package dev.oktamcp.okta;

import tools.jackson.databind.node.ObjectNode;

/// What came of the read of an object that is to be shown.
sealed interface Seen {

    record There(Operation read, ObjectNode object) implements Seen {}

    /// The MCP server does not let it through.
    record NotAllowed(Operation read) implements Seen {}

    record Refused(Operation read, OktaApiException why) implements Seen {}
}
