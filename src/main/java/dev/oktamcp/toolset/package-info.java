/// The curated tools, one class per Okta area.
@NullMarked
@ApplicationModule(allowedDependencies = {"tool", "okta"})
package dev.oktamcp.toolset;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
