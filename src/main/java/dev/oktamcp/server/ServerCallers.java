package dev.oktamcp.server;

import dev.oktamcp.connection.Connections;
import dev.oktamcp.tool.AccessCheck;
import dev.oktamcp.tool.Caller;
import dev.oktamcp.tool.CurrentCallers;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;

/// Makes the callers of a server, as it is defined now.
@Component
class ServerCallers implements CurrentCallers {

    private final Servers servers;
    private final Connections connections;
    private final ServerFilters filters;
    private final List<AccessCheck> checks;

    ServerCallers(
            Servers servers,
            Connections connections,
            ServerFilters filters,
            List<AccessCheck> checks) {
        this.servers = servers;
        this.connections = connections;
        this.filters = filters;
        this.checks = checks;
    }

    /// Empty where the server has no connection any more.
    Optional<KnownServer> known(StoredServer stored, List<ServerTokens.Good> tokens) {
        var server = stored.definition();
        return connections
                .find(server.connectionId())
                .map(connection ->
                        new KnownServer(
                                stored,
                                tokens,
                                connection,
                                filters.of(server.config(), connection)));
    }

    Caller of(KnownServer known, int tokenGeneration, Narrowing narrowing) {
        return known.caller(tokenGeneration, filters, narrowing);
    }

    @Override
    public Optional<Caller> now(Caller caller) {
        for (var check : checks) {
            if (check.look(caller) == AccessCheck.Finding.ENDED) {
                return Optional.empty();
            }
        }
        return servers.find(caller.server().id())
                .filter(stored -> getsIn(caller, stored))
                .flatMap(stored -> known(stored, List.of()))
                .map(known -> of(known, caller.access().tokenGeneration(), narrowing(caller)));
    }

    private static Narrowing narrowing(Caller caller) {
        return ((ServerFilter) caller.filter()).narrowing();
    }

    /// A second factor may be asked for that was not, when the caller came.
    private static boolean getsIn(Caller caller, StoredServer stored) {
        return caller.access().secondFactor()
                || !stored.definition().config().requireApiTokenAuth();
    }
}
