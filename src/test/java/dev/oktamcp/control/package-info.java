/// Limits and intents.
@NullMarked
package dev.oktamcp.control;

import org.jspecify.annotations.NullMarked;
