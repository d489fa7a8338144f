package dev.oktamcp.connection;

import dev.oktamcp.okta.OktaMemory;
import dev.oktamcp.okta.OktaPrincipal;
import dev.oktamcp.okta.Org;
import dev.oktamcp.okta.OrgUrl;
import dev.oktamcp.okta.Orgs;
import dev.oktamcp.store.RevisionWatch;
import dev.oktamcp.store.UnreadableSecretException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The orgs of all connections, with their credentials in the clear. Kept until the connection
/// changes, here or on another replica.
@Component
public class ConnectedOrgs implements Orgs {

    private static final Logger log = LoggerFactory.getLogger(ConnectedOrgs.class);

    private final Map<String, Optional<Org>> known = new ConcurrentHashMap<>();
    private final EnvironmentConnection environment;
    private final Connections connections;
    private final SealedCredentials sealed;
    private final ConnectionProperties properties;
    private final OktaMemory memory;

    ConnectedOrgs(
            EnvironmentConnection environment,
            Connections connections,
            SealedCredentials sealed,
            ConnectionProperties properties,
            OktaMemory memory) {
        this.environment = environment;
        this.connections = connections;
        this.sealed = sealed;
        this.properties = properties;
        this.memory = memory;
    }

    @Override
    public Optional<Org> org(OktaPrincipal principal) {
        return environment
                .org(principal.connectionId())
                .or(() -> known.computeIfAbsent(principal.connectionId(), this::stored));
    }

    /// Credentials that do not open, or an org that the operator no longer vouches for, are none:
    /// the connection can still be seen, and given others.
    private Optional<Org> stored(String id) {
        try {
            return opened(id);
        } catch (UnreadableSecretException | IllegalArgumentException e) {
            log.error("Connection {} can't be used: {}", id, e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Org> opened(String id) {
        return connections
                .find(id)
                .flatMap(connection ->
                        connections
                                .auth(id)
                                .map(auth ->
                                        new Org(url(connection.orgUrl()), sealed.open(id, auth))));
    }

    /// The org of a connection, with its credentials; empty where it has none now.
    public Optional<Org> of(String connectionId) {
        return org(new OktaPrincipal(connectionId, null));
    }

    /// The address of an org. Checked each time: what the operator no longer vouches for is not
    /// called.
    ///
    /// @throws IllegalArgumentException that says what is wrong and what is accepted
    public OrgUrl url(String text) {
        return properties.url(text);
    }

    @EventListener
    void moved(RevisionWatch.Moved moved) {
        for (var id : connections.changedAfter(moved.from())) {
            known.remove(id);
            memory.forget(id);
        }
    }
}
