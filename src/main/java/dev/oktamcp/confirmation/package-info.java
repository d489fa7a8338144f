/// A human's yes to one call.
@NullMarked
@ApplicationModule(allowedDependencies = {"tool", "store", "server", "security", "audit"})
package dev.oktamcp.confirmation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
