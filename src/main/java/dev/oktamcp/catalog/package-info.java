/// Where tools come from.
@NullMarked
@ApplicationModule(allowedDependencies = {"tool", "okta"})
package dev.oktamcp.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
