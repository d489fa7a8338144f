/// The server with a simulated org, to try it without Okta.
@NullMarked
package dev.oktamcp.demo;

import org.jspecify.annotations.NullMarked;
