/// The record of every call, and what must never leave in an answer.
@NullMarked
@ApplicationModule(allowedDependencies = {"tool", "store"})
package dev.oktamcp.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
