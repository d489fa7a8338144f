/// MCP servers: what one URL shows, to whom, until when.
@NullMarked
@ApplicationModule(allowedDependencies = {"tool", "connection", "store", "rest"})
package dev.oktamcp.server;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
