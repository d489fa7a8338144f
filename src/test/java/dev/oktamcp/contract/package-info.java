/// What Okta's own documents say of a request. The tests hold everything against it that the server
/// sends to the simulated org.
@NullMarked
package dev.oktamcp.contract;

import org.jspecify.annotations.NullMarked;
