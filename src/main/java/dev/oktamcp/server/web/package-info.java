/// The REST resource of MCP servers.
@NullMarked
package dev.oktamcp.server.web;

import org.jspecify.annotations.NullMarked;
