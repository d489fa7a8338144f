/// MCP servers and their filters.
@NullMarked
package dev.oktamcp.server;

import org.jspecify.annotations.NullMarked;
