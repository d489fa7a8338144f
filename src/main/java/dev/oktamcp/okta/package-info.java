/// One Okta org as seen from here: its operations, and the only way to call them.
@NullMarked
@ApplicationModule(allowedDependencies = {"tool", "store"})
package dev.oktamcp.okta;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
