/// The protocol edge; the only module that knows JSON-RPC.
@NullMarked
@ApplicationModule(allowedDependencies = {"tool", "store"})
package dev.oktamcp.mcp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
