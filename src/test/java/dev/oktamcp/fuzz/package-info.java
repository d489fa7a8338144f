/// Messages as a hostile peer would send them, and what every answer to one has to be.
@NullMarked
package dev.oktamcp.fuzz;

import org.jspecify.annotations.NullMarked;
