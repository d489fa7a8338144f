package dev.oktamcp.security.web;

import dev.oktamcp.rest.Given;
import dev.oktamcp.rest.RestException;
import dev.oktamcp.security.ApiToken;
import dev.oktamcp.security.Role;
import dev.oktamcp.server.Servers;
import dev.oktamcp.store.Rows;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// From what a client sent to an API token that can be stored.
@Component
class ApiTokenForm {

    /// @param servers ids; none means all
    /// @param expiresAt RFC 3339; null for no end
    @JsonNaming(SnakeCaseStrategy.class)
    record Input(
            @Nullable String name,
            @Nullable List<@Nullable String> roles,
            @Nullable List<@Nullable String> servers,
            @Nullable String expiresAt) {}

    private final Servers servers;
    private final Clock clock;

    ApiTokenForm(Servers servers, Clock clock) {
        this.servers = servers;
        this.clock = clock;
    }

    /// @throws RestException 400 or 422 for what can't be meant
    ApiToken checked(Input input, String id) {
        var now = Rows.micros(clock.instant());
        var roles = roles(input);
        return new ApiToken(
                id,
                Given.name(input.name()),
                roles,
                servers(input, roles),
                Given.end(input.expiresAt(), now, null),
                now,
                null);
    }

    private static Set<Role> roles(Input input) {
        var roles = EnumSet.noneOf(Role.class);
        Given.names(input.roles(), "roles").forEach(word -> roles.add(role(word)));
        if (roles.size() != 1) {
            throw RestException.unprocessable(
                            "roles must be [\"admin\"], [\"approver\"] or [\"mcp\"]: what rules the"
                                    + " REST API, or confirms calls, is no second factor for a"
                                    + " program.")
                    .with("field", "roles");
        }
        return roles;
    }

    private static Role role(String word) {
        for (var role : Role.values()) {
            if (role.word().equals(word)) {
                return role;
            }
        }
        throw RestException.unprocessable("There is no such role. There are: admin, approver, mcp.")
                .with("field", "roles");
    }

    private Set<String> servers(Input input, Set<Role> roles) {
        var ids = Given.names(input.servers(), "servers");
        if (!ids.isEmpty() && !roles.contains(Role.MCP)) {
            throw RestException.unprocessable(
                            "servers goes with the role mcp: one with another role is good for"
                                    + " all.")
                    .with("field", "servers");
        }
        for (var id : ids) {
            if (servers.find(id).isEmpty()) {
                throw RestException.unprocessable("There is no MCP server with this id in servers.")
                        .with("field", "servers")
                        .with("id", id);
            }
        }
        return ids;
    }
}
