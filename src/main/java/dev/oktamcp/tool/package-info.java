/// The kernel: what a tool is, and the stages that every call of one passes. Imports no other
/// module.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.oktamcp.tool;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
