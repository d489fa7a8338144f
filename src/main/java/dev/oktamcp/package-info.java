/// The remote MCP server for Okta.
@NullMarked
package dev.oktamcp;

import org.jspecify.annotations.NullMarked;
