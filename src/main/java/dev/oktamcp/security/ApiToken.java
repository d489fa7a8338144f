package dev.oktamcp.security;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;

import java.time.Instant;
import java.util.Set;

/// What is known of an API token; not its secret.
///
/// @param servers the ids of the MCP servers that it is good for; none means all
/// @param expiresAt null where it never ends
/// @param lastUsedAt to the minute; null where it never was
public record ApiToken(
        String id,
        String name,
        Set<Role> roles,
        Set<String> servers,
        @Nullable Instant expiresAt,
        Instant createdAt,
        @Nullable Instant lastUsedAt)
        implements AuthenticatedPrincipal {

    public ApiToken {
        roles = Set.copyOf(roles);
        servers = Set.copyOf(servers);
    }

    boolean goodAt(Instant now) {
        return expiresAt == null || now.isBefore(expiresAt);
    }

    /// Whether it is a second factor for this server. One that rules the REST API never is.
    boolean opens(String serverId) {
        return roles.contains(Role.MCP)
                && !roles.contains(Role.ADMIN)
                && (servers.isEmpty() || servers.contains(serverId));
    }

    /// Whether a person may decide with it, on the pages.
    boolean decides() {
        return roles.contains(Role.APPROVER) || roles.contains(Role.ADMIN);
    }

    @Override
    public String getName() {
        return id;
    }
}
