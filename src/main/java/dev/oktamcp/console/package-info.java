/// The pages for people: what they share, and where people sign in. No feature's logic.
@NullMarked
@ApplicationModule(allowedDependencies = {"security", "store"})
package dev.oktamcp.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
