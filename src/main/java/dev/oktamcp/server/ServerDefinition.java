package dev.oktamcp.server;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Set;

/// What one URL shows: a connection through a filter, until an expiry.
///
/// @param expiresAt when its URL ends; null means never
public record ServerDefinition(
        String id, String connectionId, String name, Filter filter, @Nullable Instant expiresAt) {

    /// @param methods `read`, `write`, or a method's own name; values unite
    /// @param tags toolsets and Okta's API tags; none means all
    /// @param include where not empty, the only tools that are visible
    /// @param exclude tools and operations that are not; wins over everything
    public record Filter(
            Set<String> methods, Set<String> tags, Set<String> include, Set<String> exclude) {

        public Filter {
            methods.forEach(ServerFilter::checkMethod);
            methods = Set.copyOf(methods);
            tags = Set.copyOf(tags);
            include = Set.copyOf(include);
            exclude = Set.copyOf(exclude);
        }

        public static Filter ofMethods(String... methods) {
            return new Filter(Set.of(methods), Set.of(), Set.of(), Set.of());
        }
    }
}
