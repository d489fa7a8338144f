package dev.oktamcp.server;

import dev.oktamcp.connection.AuthType;
import dev.oktamcp.connection.Connection;
import dev.oktamcp.connection.OrgScopes;
import dev.oktamcp.tool.CredentialKind;

import org.springframework.stereotype.Component;

/// Makes the filter of a server over its connection, as things stand now.
@Component
class ServerFilters {

    private final OrgScopes scopes;

    ServerFilters(OrgScopes scopes) {
        this.scopes = scopes;
    }

    ServerFilter of(ServerDefinition.Config config, Connection connection) {
        return new ServerFilter(
                config,
                connection.hiddenFields(),
                kind(connection.authType()),
                scopes.of(connection.id()).orElse(null));
    }

    /// The same filter, or another where its scopes are no longer those.
    ServerFilter current(
            ServerFilter known, ServerDefinition.Config config, Connection connection) {
        return known.hasScopes(scopes.of(connection.id()).orElse(null))
                ? known
                : of(config, connection);
    }

    private static CredentialKind kind(AuthType authType) {
        return switch (authType) {
            case API_TOKEN -> CredentialKind.API_TOKEN;
            case PRIVATE_KEY_JWT -> CredentialKind.OAUTH;
        };
    }
}
