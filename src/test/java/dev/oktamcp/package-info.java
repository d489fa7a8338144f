/// Rules over the whole code.
@NullMarked
package dev.oktamcp;

import org.jspecify.annotations.NullMarked;
