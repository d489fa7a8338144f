package dev.oktamcp.server;

import dev.oktamcp.tool.Access;
import dev.oktamcp.tool.AccessCheck;
import dev.oktamcp.tool.Caller;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;

/// Whether a URL is still good, and still shows the same.
@Component
class ServerAccessCheck implements AccessCheck {

    private final KnownServers known;
    private final ServerTokens tokens;
    private final Servers servers;
    private final Clock clock;

    ServerAccessCheck(KnownServers known, ServerTokens tokens, Servers servers, Clock clock) {
        this.known = known;
        this.tokens = tokens;
        this.servers = servers;
        this.clock = clock;
    }

    @Override
    public Finding look(Caller caller) {
        var id = caller.server().id();
        var now = clock.instant();
        return known.find(id).filter(server -> server.admits(caller.access(), now)).isPresent()
                ? Finding.GOOD
                : stored(id, caller.access(), now);
    }

    private Finding stored(String id, Access access, Instant now) {
        if (!tokens.generations(id, now).contains(access.tokenGeneration())) {
            return Finding.ENDED;
        }
        return servers.find(id).filter(s -> s.version() == access.serverVersion()).isPresent()
                ? Finding.GOOD
                : Finding.CHANGED;
    }
}
