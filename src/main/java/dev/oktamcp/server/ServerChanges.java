package dev.oktamcp.server;

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

    private final Servers servers;
    private final ServerTokens tokens;
    private final Revision revision;
    private final RevisionWatch watch;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ServerChanges(
            Servers servers,
            ServerTokens tokens,
            Revision revision,
            RevisionWatch watch,
            TransactionTemplate transaction,
            Clock clock) {
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
    public StoredServer create(ServerDefinition definition, Token token) {
        if (!definition.id().equals(token.id())) {
            throw new IllegalArgumentException("The token is of another server");
        }
        var now = now();
        var server = new StoredServer(definition, null, 1, now, now);
        run(number -> {
            servers.insert(server, number);
            tokens.add(definition.id(), token.hash(), now);
        });
        return server;
    }

    /// Replaces the definition.
    ///
    /// @return empty where the server is no longer at this version
    public Optional<StoredServer> update(StoredServer current, ServerDefinition definition) {
        return changed(
                new StoredServer(
                        definition,
                        current.disabledAt(),
                        current.version() + 1,
                        current.createdAt(),
                        now()));
    }

    /// Refuses its URLs, which stay, until it is enabled again.
    ///
    /// @return empty where somebody else changed it meanwhile
    public Optional<StoredServer> disable(StoredServer current) {
        return changed(withDisabledAt(current, now()));
    }

    /// Lets its URLs work again.
    ///
    /// @return empty where somebody else changed it meanwhile
    public Optional<StoredServer> enable(StoredServer current) {
        return changed(withDisabledAt(current, null));
    }

    private StoredServer withDisabledAt(StoredServer current, @Nullable Instant disabledAt) {
        return new StoredServer(
                current.definition(),
                disabledAt,
                current.version() + 1,
                current.createdAt(),
                now());
    }

    private Optional<StoredServer> changed(StoredServer next) {
        return test(number -> servers.update(next, number)) ? Optional.of(next) : Optional.empty();
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
        tokens.nextGeneration(token.id());
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

    /// Takes the hashes of what has lapsed.
    void sweep() {
        var now = now();
        for (var id : tokens.lapsed(now)) {
            run(number -> {
                tokens.deleteLapsed(id, now);
                servers.touch(id, number);
            });
        }
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
