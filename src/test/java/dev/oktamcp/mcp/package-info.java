/// The protocol edge over HTTP.
@NullMarked
package dev.oktamcp.mcp;

import org.jspecify.annotations.NullMarked;
