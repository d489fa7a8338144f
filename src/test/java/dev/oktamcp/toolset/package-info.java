/// The curated tools, against the simulated org.
@NullMarked
package dev.oktamcp.toolset;

import org.jspecify.annotations.NullMarked;
