/// Connections: an org and our credentials for it.
@NullMarked
@ApplicationModule(allowedDependencies = {"okta", "store", "rest"})
package dev.oktamcp.connection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
