package dev.oktamcp.server;

import dev.oktamcp.connection.AuthType;
import dev.oktamcp.connection.Connections;
import dev.oktamcp.connection.EnvironmentConnection;
import dev.oktamcp.tool.Caller;
import dev.oktamcp.tool.CredentialKind;
import dev.oktamcp.tool.ServerFacts;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;

/// From a server token to its caller. An unknown id costs the same work and gets the same answer as
/// a wrong secret or an expired server.
@Component
public final class ServerTokenProvider implements AuthenticationProvider {

    /// The hash of nothing, compared with where no server is.
    private static final String NO_HASH = "0".repeat(64);

    private final Servers servers;
    private final Connections connections;
    private final EnvironmentConnection environment;
    private final Clock clock;

    ServerTokenProvider(
            Servers servers,
            Connections connections,
            EnvironmentConnection environment,
            Clock clock) {
        this.environment = environment;
        this.servers = servers;
        this.connections = connections;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        var text = ((ServerTokenAuthentication) authentication).getCredentials();
        var token = ServerToken.parse(text).orElseThrow(ServerTokenProvider::refused);
        var stored = servers.find(token.id());
        var hash = stored.map(Servers.Stored::hash).orElse(NO_HASH);
        var same = MessageDigest.isEqual(ascii(hash), ascii(token.hash()));
        if (!same || stored.isEmpty() || ended(stored.get().definition())) {
            throw refused();
        }
        return new ServerAuthentication(caller(stored.get().definition()));
    }

    private boolean ended(ServerDefinition server) {
        return server.expiresAt() != null && !clock.instant().isBefore(server.expiresAt());
    }

    private Caller caller(ServerDefinition server) {
        var connection = connections.find(server.connectionId()).orElseThrow();
        var filter = server.filter();
        var facts =
                new ServerFacts(
                        server.id(),
                        server.name(),
                        connection.orgUrl(),
                        filter.methods().stream().sorted().toList(),
                        filter.tags().stream().sorted().toList(),
                        server.expiresAt());
        return new Caller(
                facts,
                connection.id(),
                null,
                null,
                false,
                new ServerFilter(
                        filter,
                        kind(connection.authType()),
                        environment.scopes(connection.id()).orElse(null)));
    }

    private static CredentialKind kind(AuthType authType) {
        return switch (authType) {
            case API_TOKEN -> CredentialKind.API_TOKEN;
            case PRIVATE_KEY_JWT -> CredentialKind.OAUTH;
        };
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static BadCredentialsException refused() {
        return new BadCredentialsException("No such MCP server");
    }

    @Override
    public boolean supports(Class<?> type) {
        return type == ServerTokenAuthentication.class;
    }
}
