/// A human's yes to one call.
@NullMarked
@ApplicationModule(allowedDependencies = {"tool", "server", "store"})
package dev.oktamcp.confirmation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
