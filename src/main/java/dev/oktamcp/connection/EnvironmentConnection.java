package dev.oktamcp.connection;

import dev.oktamcp.okta.Credentials;
import dev.oktamcp.okta.Org;
import dev.oktamcp.store.Revision;
import dev.oktamcp.store.Rows;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The connection `default`, made from the environment. Its token or key stays in the environment
/// and is never stored.
@Component
public class EnvironmentConnection {

    /// The name of the connection that the environment makes.
    public static final String NAME = "default";

    private final Connections connections;
    private final Revision revision;
    private final Clock clock;
    private final @Nullable String id;
    private final @Nullable Org org;

    /// @throws IllegalArgumentException for an environment that is wrong or only half there
    EnvironmentConnection(
            OktaEnvironment environment,
            ConnectionProperties properties,
            Connections connections,
            Revision revision,
            TransactionTemplate transaction,
            Clock clock) {
        this.connections = connections;
        this.revision = revision;
        this.clock = clock;
        var given = environment.orgNames().url(properties);
        if (given.isEmpty()) {
            environment.refuseWithoutOrg();
            this.id = null;
            this.org = null;
            return;
        }
        var orgUrl = given.get();
        var credentials = environment.credentials();
        this.org = new Org(orgUrl, credentials);
        this.id = transaction.execute(status -> stored(orgUrl.toString(), credentials));
    }

    /// One replica after the other: the revision is locked until the commit.
    private String stored(String orgUrl, Credentials credentials) {
        var number = revision.next();
        var type = AuthType.of(credentials);
        var stored = connections.named(NAME);
        if (stored.isEmpty()) {
            return inserted(orgUrl, type, number);
        }
        adopt(stored.get(), orgUrl, type, number);
        return stored.get().id();
    }

    private String inserted(String orgUrl, AuthType type, long number) {
        var now = Rows.micros(clock.instant());
        var newId = UUID.randomUUID().toString();
        connections.insert(
                new Connection(newId, NAME, orgUrl, type, Set.of(), 1, now, now), null, number);
        return newId;
    }

    private void adopt(Connection known, String orgUrl, AuthType type, long number) {
        refuseAnotherOrg(known.orgUrl(), orgUrl);
        connections.forgetAuth(known.id());
        if (!known.orgUrl().equals(orgUrl) || known.authType() != type) {
            connections.update(
                    new Connection(
                            known.id(),
                            NAME,
                            orgUrl,
                            type,
                            known.hiddenFields(),
                            known.version() + 1,
                            known.createdAt(),
                            Rows.micros(clock.instant())),
                    null,
                    number);
        }
    }

    /// Every URL that was handed out would lead to the other org. A simulation on this machine has
    /// another port at each start.
    private static void refuseAnotherOrg(String stored, String given) {
        if (!stored.equals(given) && !stored.startsWith("http:")) {
            throw new IllegalArgumentException(
                    "OKTA_ORG_URL is %s, but the URLs in this data directory were handed out for %s. Use another okta-mcp.data-directory for the other org."
                            .formatted(given, stored));
        }
    }

    /// The connection, where the environment makes one.
    public Optional<Connection> connection() {
        return id == null ? Optional.empty() : connections.find(id);
    }

    /// Whether it is this one, whose name and credentials can't be changed here.
    public boolean is(String connectionId) {
        return connectionId.equals(id);
    }

    /// The org and the credentials of this connection; empty where it is another one.
    Optional<Org> org(String connectionId) {
        return is(connectionId) ? Optional.ofNullable(org) : Optional.empty();
    }
}
