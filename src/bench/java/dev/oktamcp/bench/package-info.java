/// How fast the packaged server is, in ratios to others that do the same: see `src/bench/run`.
@NullMarked
package dev.oktamcp.bench;

import org.jspecify.annotations.NullMarked;
