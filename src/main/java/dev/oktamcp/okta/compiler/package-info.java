/// Makes operations out of Okta's OpenAPI documents: `operations.json` at build time, and at the
/// start of a server what an operator's own document has.
@NullMarked
package dev.oktamcp.okta.compiler;

import org.jspecify.annotations.NullMarked;
