/// What people come for, by outcome: prompts and a menu that lead to the tools a caller has.
@NullMarked
@ApplicationModule(allowedDependencies = {"tool"})
package dev.oktamcp.runbook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
