/// Documents that an operator gives in place of those that came with the server: where they are and
/// how they are read. What is in them is the compiler's.
@NullMarked
package dev.oktamcp.okta.documents;

import org.jspecify.annotations.NullMarked;
