/// Limits on calls, and the record of every change that was begun.
@NullMarked
@ApplicationModule(allowedDependencies = {"tool", "server", "store"})
package dev.oktamcp.control;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
