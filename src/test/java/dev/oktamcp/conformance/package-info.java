/// The tools that the MCP conformance suite expects of a server.
@NullMarked
package dev.oktamcp.conformance;

import org.jspecify.annotations.NullMarked;
