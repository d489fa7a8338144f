/// Makes `operations.json` out of Okta's OpenAPI documents. Runs at build time, never in the
/// server.
@NullMarked
package dev.oktamcp.okta.compiler;

import org.jspecify.annotations.NullMarked;
