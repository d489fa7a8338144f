package dev.oktamcp.server;

import dev.oktamcp.tool.AccessCheck;
import dev.oktamcp.tool.Caller;

import org.springframework.stereotype.Component;

import java.time.Clock;

/// Whether a URL is still good, and still shows the same.
@Component
class ServerAccessCheck implements AccessCheck {

    private final ServerTokens tokens;
    private final Servers servers;
    private final Clock clock;

    ServerAccessCheck(ServerTokens tokens, Servers servers, Clock clock) {
        this.tokens = tokens;
        this.servers = servers;
        this.clock = clock;
    }

    @Override
    public Finding look(Caller caller) {
        var id = caller.server().id();
        var access = caller.access();
        if (!tokens.generations(id, clock.instant()).contains(access.tokenGeneration())) {
            return Finding.ENDED;
        }
        return servers.find(id).filter(s -> s.version() == access.serverVersion()).isPresent()
                ? Finding.GOOD
                : Finding.CHANGED;
    }
}
