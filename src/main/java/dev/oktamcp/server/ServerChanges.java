package dev.oktamcp.server;

import dev.oktamcp.connection.Connections;
import dev.oktamcp.rest.RestException;
import dev.oktamcp.store.Revision;
import dev.oktamcp.store.RevisionWatch;
import dev.oktamcp.store.Rows;
import dev.oktamcp.store.Token;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;

/// Every change of a server: one transaction, with its tokens and its revision, and known here at
/// once.
@Component
public class ServerChanges {

    private final Connections connections;
    private final Servers servers;
    private final ServerTokens tokens;
    private final Revision revision;
    private final RevisionWatch watch;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ServerChanges(
            Connections connections,
            Servers servers,
            ServerTokens tokens,
            Revision revision,
            RevisionWatch watch,
            TransactionTemplate transaction,
            Clock clock) {
        this.connections = connections;
        this.servers = servers;
        this.tokens = tokens;
        this.revision = revision;
        this.watch = watch;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Stores a new server.
    ///
    /// @param token whose id is the definition's
    /// @throws RestException 404 where its connection is gone
    public StoredServer create(ServerDefinition definition, Token token) {
        if (!definition.id().equals(token.id())) {
            throw new IllegalArgumentException("The token is of another server");
        }
        var now = now();
        var server = new StoredServer(definition, null, 1, now, now);
        run(number -> insert(server, token, number));
        return server;
    }

    /// The same, where none was ever stored; of several replicas one does it.
    ///
    /// @return whether it was done
    boolean createFirst(ServerDefinition definition, Token token) {
        var now = now();
        return test(number -> {
            if (!servers.isEmpty()) {
                return false;
            }
            insert(new StoredServer(definition, null, 1, now, now), token, number);
            return true;
        });
    }

    private void insert(StoredServer server, Token token, long number) {
        var connectionId = server.definition().connectionId();
        if (connections.find(connectionId).isEmpty()) {
            throw RestException.notFound("connection", connectionId);
        }
        servers.insert(server, number);
        tokens.add(token.id(), token.hash(), server.createdAt());
    }

    /// Replaces the definition. A URL that has lapsed is not brought back by a later end.
    ///
    /// @return empty where the server is no longer at this version
    public Optional<StoredServer> update(StoredServer current, ServerDefinition definition) {
        var now = now();
        var next =
                new StoredServer(
                        definition,
                        current.disabledAt(),
                        current.version() + 1,
                        current.createdAt(),
                        now);
        var done =
                test(number -> {
                    tokens.deleteLapsed(definition.id(), now);
                    return servers.update(next, number);
                });
        return done ? Optional.of(next) : Optional.empty();
    }

    /// Refuses its URLs, which stay, until it is enabled again; whatever else is changed meanwhile.
    ///
    /// @return empty where it is gone
    public Optional<StoredServer> disable(String id) {
        return turned(id, now());
    }

    /// Lets its URLs work again.
    ///
    /// @return empty where it is gone
    public Optional<StoredServer> enable(String id) {
        return turned(id, null);
    }

    private Optional<StoredServer> turned(String id, @Nullable Instant disabledAt) {
        run(number -> servers.turn(id, disabledAt, now(), number));
        return servers.find(id);
    }

    /// Gives the server a new token. In one transaction: whenever this machine stops, the old one
    /// is good, or the new one, or both.
    ///
    /// @param grace how long the token before it stays good; zero for not at all
    /// @return empty where the server is gone
    public Optional<Token> rotate(String id, Duration grace) {
        var token = Token.of(id);
        var done =
                test(number -> {
                    if (servers.find(id).isEmpty()) {
                        return false;
                    }
                    rotate(token, grace);
                    servers.touch(id, number);
                    return true;
                });
        return done ? Optional.of(token) : Optional.empty();
    }

    private void rotate(Token token, Duration grace) {
        if (grace.isPositive()) {
            tokens.endNewestAt(token.id(), now().plus(grace));
        } else {
            tokens.deleteAll(token.id());
        }
        servers.nextGeneration(token.id());
        tokens.add(token.id(), token.hash(), now());
    }

    /// Ends a server. Its row stays, for the audit, without a hash.
    ///
    /// @return whether it was there
    public boolean delete(String id) {
        return test(number -> {
            tokens.deleteAll(id);
            return servers.delete(id, now(), number);
        });
    }

    /// Takes the hashes of what has lapsed, all at once.
    void sweep() {
        var now = now();
        var lapsed = tokens.lapsed(now);
        if (lapsed.isEmpty()) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            var number = revision.next();
            for (var id : lapsed) {
                tokens.deleteLapsed(id, now);
                servers.touch(id, number);
            }
        });
    }

    private void run(LongConsumer change) {
        test(number -> {
            change.accept(number);
            return true;
        });
    }

    private boolean test(LongPredicate change) {
        var done = Boolean.TRUE.equals(transaction.execute(status -> change.test(revision.next())));
        watch.look();
        return done;
    }

    private Instant now() {
        return Rows.micros(clock.instant());
    }
}
