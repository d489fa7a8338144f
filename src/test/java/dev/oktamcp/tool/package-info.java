/// The chain.
@NullMarked
package dev.oktamcp.tool;

import org.jspecify.annotations.NullMarked;
