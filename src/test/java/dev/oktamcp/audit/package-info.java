/// What is recorded and what leaves.
@NullMarked
package dev.oktamcp.audit;

import org.jspecify.annotations.NullMarked;
