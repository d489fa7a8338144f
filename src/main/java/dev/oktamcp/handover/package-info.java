/// Secrets for people: what a change made that no model may see, opened once by somebody who signed
/// in.
@NullMarked
@ApplicationModule(allowedDependencies = {"tool", "store", "server", "security", "audit"})
package dev.oktamcp.handover;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
