package dev.oktamcp.server;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// From a server token to its caller. An unknown id costs the same work and gets the same answer as
/// a wrong secret or a server that has ended: only the database refuses, memory does not.
@Component
public final class ServerTokenProvider implements AuthenticationProvider {

    private final KnownServers known;
    private final Servers servers;
    private final ServerTokens tokens;
    private final ServerCallers callers;
    private final Clock clock;

    ServerTokenProvider(
            KnownServers known,
            Servers servers,
            ServerTokens tokens,
            ServerCallers callers,
            Clock clock) {
        this.known = known;
        this.servers = servers;
        this.tokens = tokens;
        this.callers = callers;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        var token = ((ServerTokenAuthentication) authentication).getCredentials();
        var hash = token.hash();
        var now = clock.instant();
        return remembered(token.id(), hash, now)
                .or(() -> stored(token.id(), hash, now))
                .orElseThrow(() -> new BadCredentialsException("No such MCP server"));
    }

    private Optional<Authentication> remembered(String id, String hash, Instant now) {
        var server = known.find(id).filter(found -> found.active(now));
        var good = server.map(KnownServer::tokens).orElse(List.of());
        var generation = KnownServer.generation(good, hash, now);
        return generation.isEmpty()
                ? Optional.empty()
                : server.map(found -> authentication(found, generation.getAsInt()));
    }

    private Optional<Authentication> stored(String id, String hash, Instant now) {
        return known.read(id, () -> opened(id, hash, now))
                .map(server ->
                        authentication(
                                server,
                                KnownServer.generation(server.tokens(), hash, now).orElseThrow()));
    }

    private Optional<KnownServer> opened(String id, String hash, Instant now) {
        var good = tokens.of(id);
        var server = servers.find(id);
        var generation = KnownServer.generation(good, hash, now);
        return server.filter(found -> generation.isPresent())
                .filter(found -> found.state(now) == StoredServer.State.ACTIVE)
                .flatMap(found -> callers.known(found, good));
    }

    private Authentication authentication(KnownServer server, int generation) {
        return new ServerAuthentication(callers.of(server, generation), server.needsApiToken());
    }

    @Override
    public boolean supports(Class<?> type) {
        return type == ServerTokenAuthentication.class;
    }
}
