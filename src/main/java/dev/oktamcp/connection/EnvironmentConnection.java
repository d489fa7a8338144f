package dev.oktamcp.connection;

import dev.oktamcp.okta.Credentials;
import dev.oktamcp.okta.GrantedScopes;
import dev.oktamcp.okta.OktaPrincipal;
import dev.oktamcp.okta.Org;
import dev.oktamcp.okta.OrgUrl;
import dev.oktamcp.okta.Orgs;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The connection `default`, made from the environment. Its token or key stays in the environment
/// and is never stored.
@Component
public class EnvironmentConnection implements Orgs {

    private static final String NAME = "default";

    private final GrantedScopes granted;
    private final @Nullable Connection connection;
    private final @Nullable Org org;

    /// @throws IllegalArgumentException for an environment that is wrong or only half there
    EnvironmentConnection(
            OktaEnvironment environment,
            ConnectionProperties properties,
            Connections connections,
            GrantedScopes granted) {
        this.granted = granted;
        var url = environment.org().url();
        if (url == null || url.isBlank()) {
            environment.refuseWithoutOrg();
            this.connection = null;
            this.org = null;
            return;
        }
        var orgUrl = OrgUrl.of(url, properties.allowedHosts(), properties.insecureLoopback());
        var credentials = environment.credentials();
        this.org = new Org(orgUrl, credentials);
        this.connection = stored(orgUrl.toString(), authType(credentials), connections);
    }

    private static AuthType authType(Credentials credentials) {
        return switch (credentials) {
            case Credentials.ApiToken token -> AuthType.API_TOKEN;
            case Credentials.ServiceApp app -> AuthType.PRIVATE_KEY_JWT;
        };
    }

    private static Connection stored(String orgUrl, AuthType authType, Connections connections) {
        var stored = connections.named(NAME);
        var id = stored.map(Connection::id).orElseGet(() -> UUID.randomUUID().toString());
        var current = new Connection(id, NAME, orgUrl, authType);
        if (stored.isPresent()) {
            refuseAnotherOrg(stored.get().orgUrl(), orgUrl);
            connections.update(current);
        } else {
            connections.insert(current);
        }
        return current;
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
        return Optional.ofNullable(connection);
    }

    /// The scopes that the connection's tokens can have; empty where its credentials know none.
    public Optional<Set<String>> scopes(String connectionId) {
        var principal = new OktaPrincipal(connectionId, null);
        return org(principal).flatMap(org -> granted.of(principal, org.credentials()));
    }

    @Override
    public Optional<Org> org(OktaPrincipal principal) {
        return connection != null && connection.id().equals(principal.connectionId())
                ? Optional.ofNullable(org)
                : Optional.empty();
    }
}
