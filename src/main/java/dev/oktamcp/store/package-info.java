/// What replicas share, and what keeps secrets safe.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.oktamcp.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
