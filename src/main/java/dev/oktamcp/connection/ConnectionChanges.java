package dev.oktamcp.connection;

import dev.oktamcp.okta.Credentials;
import dev.oktamcp.okta.OrgUrl;
import dev.oktamcp.store.Revision;
import dev.oktamcp.store.RevisionWatch;
import dev.oktamcp.store.Rows;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongFunction;

/// Every change of a connection: one transaction with its revision, and known here at once.
@Component
public class ConnectionChanges {

    private final Connections connections;
    private final SealedCredentials sealed;
    private final List<ConnectionUse> uses;
    private final Revision revision;
    private final RevisionWatch watch;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ConnectionChanges(
            Connections connections,
            SealedCredentials sealed,
            List<ConnectionUse> uses,
            Revision revision,
            RevisionWatch watch,
            TransactionTemplate transaction,
            Clock clock) {
        this.connections = connections;
        this.sealed = sealed;
        this.uses = uses;
        this.revision = revision;
        this.watch = watch;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Stores a new connection.
    ///
    /// @return empty where another has this name
    public Optional<Connection> create(
            String name, OrgUrl orgUrl, Credentials credentials, Set<String> hiddenFields) {
        var now = Rows.micros(clock.instant());
        var id = UUID.randomUUID().toString();
        var type = AuthType.of(credentials);
        var connection =
                new Connection(id, name, orgUrl.toString(), type, hiddenFields, 1, now, now);
        var auth = sealed.seal(id, credentials);
        return run(number -> {
            if (connections.named(name).isPresent()) {
                return Optional.empty();
            }
            connections.insert(connection, auth, number);
            return Optional.of(connection);
        });
    }

    /// What became of a change.
    public sealed interface Outcome {

        /// @param connection as it is now
        record Done(Connection connection) implements Outcome {}

        /// Another connection has this name.
        record NameTaken() implements Outcome {}

        /// It is no longer at the version from which the change began.
        record ChangedMeanwhile() implements Outcome {}
    }

    /// Replaces what can be set. Whoever calls Okta from here on does so with the new credentials.
    ///
    /// @param credentials null to keep those that it has
    public Outcome update(
            Connection current,
            String name,
            Set<String> hiddenFields,
            @Nullable Credentials credentials) {
        var type = credentials == null ? current.authType() : AuthType.of(credentials);
        var next = current.changed(name, type, hiddenFields, Rows.micros(clock.instant()));
        var auth = credentials == null ? null : sealed.seal(current.id(), credentials);
        return run(number -> {
            if (connections.named(name).filter(c -> !c.id().equals(current.id())).isPresent()) {
                return new Outcome.NameTaken();
            }
            return connections.update(next, auth, number)
                    ? new Outcome.Done(next)
                    : new Outcome.ChangedMeanwhile();
        });
    }

    /// How many MCP servers work with it.
    public int uses(String id) {
        return uses.stream().mapToInt(use -> use.count(id)).sum();
    }

    /// Deletes a connection.
    ///
    /// @param cascade whether its servers are deleted too
    /// @return whether it was done; not where it has servers and they are to stay
    public boolean delete(String id, boolean cascade) {
        return run(number -> {
            if (!cascade && uses(id) > 0) {
                return false;
            }
            uses.forEach(use -> use.end(id, number));
            connections.delete(id, Rows.micros(clock.instant()), number);
            return true;
        });
    }

    private <T> T run(LongFunction<T> change) {
        T done = transaction.execute(status -> change.apply(revision.next()));
        watch.look();
        return done;
    }
}
