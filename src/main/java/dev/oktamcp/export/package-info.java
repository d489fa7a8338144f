/// Files that are too large for an answer: links to them, and their download.
@NullMarked
@ApplicationModule(allowedDependencies = {"tool", "store"})
package dev.oktamcp.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
