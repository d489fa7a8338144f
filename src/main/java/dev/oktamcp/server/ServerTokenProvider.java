package dev.oktamcp.server;

import dev.oktamcp.store.Token;

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
    private final ServerCallers callers;
    private final Clock clock;

    ServerTokenProvider(Servers servers, ServerTokens tokens, ServerCallers callers, Clock clock) {
        this.servers = servers;
        this.tokens = tokens;
        this.callers = callers;
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
                callers.of(server.get(), generation.getAsInt())
                        .orElseThrow(ServerTokenProvider::refused),
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

    private static BadCredentialsException refused() {
        return new BadCredentialsException("No such MCP server");
    }

    @Override
    public boolean supports(Class<?> type) {
        return type == ServerTokenAuthentication.class;
    }
}
