package dev.oktamcp.server;

import dev.oktamcp.connection.ConnectionUse;

import org.springframework.stereotype.Component;

import java.time.Clock;

/// The MCP servers as users of connections.
@Component
class ServerUse implements ConnectionUse {

    private final Servers servers;
    private final ServerTokens tokens;
    private final Clock clock;

    ServerUse(Servers servers, ServerTokens tokens, Clock clock) {
        this.servers = servers;
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public int count(String connectionId) {
        return servers.countOf(connectionId);
    }

    @Override
    public void end(String connectionId, long revision) {
        tokens.deleteAllOf(connectionId);
        servers.deleteAllOf(connectionId, clock.instant(), revision);
    }
}
