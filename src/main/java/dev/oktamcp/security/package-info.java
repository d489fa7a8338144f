/// Every filter chain, in one file; API tokens, people who signed in, trusted proxies, logs without
/// secrets.
@NullMarked
@ApplicationModule(allowedDependencies = {"tool", "server", "connection", "audit", "store", "rest"})
package dev.oktamcp.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
