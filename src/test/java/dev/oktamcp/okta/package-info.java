/// What reaches Okta, and what comes back.
@NullMarked
package dev.oktamcp.okta;

import org.jspecify.annotations.NullMarked;
