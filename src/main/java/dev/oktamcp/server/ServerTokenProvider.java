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
        var given = (ServerTokenAuthentication) authentication;
        var token = given.getCredentials();
        var hash = token.hash();
        var now = clock.instant();
        return remembered(token.id(), hash, now)
                .or(() -> stored(token.id(), hash, now))
                .map(admitted -> authentication(admitted, given.narrowing()))
                .orElseThrow(() -> new BadCredentialsException("No such MCP server"));
    }

    /// A server, and by which of its tokens.
    private record Admitted(KnownServer server, int generation) {}

    private Optional<Admitted> remembered(String id, String hash, Instant now) {
        var server = known.find(id).filter(found -> found.active(now));
        var good = server.map(KnownServer::tokens).orElse(List.of());
        var generation = KnownServer.generation(good, hash, now);
        return generation.isEmpty()
                ? Optional.empty()
                : server.map(found -> new Admitted(found, generation.getAsInt()));
    }

    private Optional<Admitted> stored(String id, String hash, Instant now) {
        return known.read(id, () -> opened(id, hash, now))
                .map(server ->
                        new Admitted(
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

    private Authentication authentication(Admitted admitted, Narrowing narrowing) {
        var server = admitted.server();
        return new ServerAuthentication(
                callers.of(server, admitted.generation(), narrowing), server.needsApiToken());
    }

    @Override
    public boolean supports(Class<?> type) {
        return type == ServerTokenAuthentication.class;
    }
}
