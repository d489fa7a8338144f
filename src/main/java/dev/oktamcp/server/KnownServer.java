package dev.oktamcp.server;

import dev.oktamcp.connection.Connection;
import dev.oktamcp.store.Token;
import dev.oktamcp.tool.Access;
import dev.oktamcp.tool.Caller;
import dev.oktamcp.tool.ServerFacts;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/// A server as it was read, with all that is needed to let requests in.
final class KnownServer {

    /// A server has two tokens at most.
    private static final int MOST_TOKENS = 2;

    private final StoredServer server;
    private final List<ServerTokens.Good> tokens;
    private final Connection connection;
    private final ServerFacts facts;
    private volatile ServerFilter filter;

    KnownServer(
            StoredServer server,
            List<ServerTokens.Good> tokens,
            Connection connection,
            ServerFilter filter) {
        this.server = server;
        this.tokens = tokens;
        this.connection = connection;
        this.facts = server.definition().facts(connection.orgUrl());
        this.filter = filter;
    }

    /// The generation of the token that has this hash and is good; compares with as many as there
    /// can be, however many there are.
    static OptionalInt generation(List<ServerTokens.Good> tokens, String hash, Instant now) {
        var found = OptionalInt.empty();
        for (var i = 0; i < MOST_TOKENS; i++) {
            var candidate = tokens.stream().skip(i).findFirst();
            var same = Token.sameHash(hash, candidate.map(ServerTokens.Good::hash));
            if (same && candidate.get().at(now)) {
                found = OptionalInt.of(candidate.get().generation());
            }
        }
        return found;
    }

    List<ServerTokens.Good> tokens() {
        return tokens;
    }

    boolean active(Instant now) {
        return server.state(now) == StoredServer.State.ACTIVE;
    }

    boolean needsApiToken() {
        return server.definition().config().requireApiTokenAuth();
    }

    /// Whether who came so would get in, to the same.
    boolean admits(Access access, Instant now) {
        return server.version() == access.serverVersion()
                && active(now)
                && tokens.stream()
                        .anyMatch(token ->
                                token.generation() == access.tokenGeneration() && token.at(now));
    }

    /// The filter is parsed again only where Okta has granted other scopes since.
    Caller caller(int generation, ServerFilters filters, Narrowing narrowing) {
        var access = new Access(generation, server.version());
        filter = filters.current(filter, server.definition().config(), connection);
        return new Caller(facts, connection.id(), null, null, access, filter.narrowed(narrowing));
    }
}
