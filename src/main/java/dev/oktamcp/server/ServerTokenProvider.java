package dev.oktamcp.server;

import dev.oktamcp.connection.Connections;
import dev.oktamcp.store.Token;
import dev.oktamcp.tool.Access;
import dev.oktamcp.tool.Caller;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.List;
import java.util.OptionalInt;

/// From a server token to its caller. An unknown id costs the same work and gets the same answer as
/// a wrong secret or a server that has ended.
@Component
public final class ServerTokenProvider implements AuthenticationProvider {

    /// A server has two tokens at most.
    private static final int MOST_TOKENS = 2;

    private final Servers servers;
    private final ServerTokens tokens;
    private final Connections connections;
    private final ServerFilters filters;
    private final Clock clock;

    ServerTokenProvider(
            Servers servers,
            ServerTokens tokens,
            Connections connections,
            ServerFilters filters,
            Clock clock) {
        this.servers = servers;
        this.tokens = tokens;
        this.connections = connections;
        this.filters = filters;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        var token = ((ServerTokenAuthentication) authentication).getCredentials();
        var generation = generation(token, tokens.of(token.id()));
        var server = servers.find(token.id());
        if (generation.isEmpty()
                || server.isEmpty()
                || server.get().state(clock.instant()) != StoredServer.State.ACTIVE) {
            throw refused();
        }
        return new ServerAuthentication(
                caller(server.get(), generation.getAsInt()),
                server.get().definition().config().requireApiTokenAuth());
    }

    /// Compares with as many as there can be, however many there are.
    private OptionalInt generation(Token token, List<ServerTokens.Good> good) {
        var found = OptionalInt.empty();
        for (var i = 0; i < MOST_TOKENS; i++) {
            var candidate = good.stream().skip(i).findFirst();
            var same = token.matches(candidate.map(ServerTokens.Good::hash));
            if (same && candidate.get().at(clock.instant())) {
                found = OptionalInt.of(candidate.get().generation());
            }
        }
        return found;
    }

    private Caller caller(StoredServer stored, int generation) {
        var server = stored.definition();
        var connection =
                connections.find(server.connectionId()).orElseThrow(ServerTokenProvider::refused);
        return new Caller(
                server.facts(connection.orgUrl()),
                connection.id(),
                null,
                null,
                new Access(generation, stored.version(), null),
                filters.of(server.config(), connection));
    }

    private static BadCredentialsException refused() {
        return new BadCredentialsException("No such MCP server");
    }

    @Override
    public boolean supports(Class<?> type) {
        return type == ServerTokenAuthentication.class;
    }
}
