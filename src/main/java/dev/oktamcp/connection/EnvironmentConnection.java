package dev.oktamcp.connection;

import dev.oktamcp.okta.Credentials;
import dev.oktamcp.okta.OktaPrincipal;
import dev.oktamcp.okta.Org;
import dev.oktamcp.okta.OrgUrl;
import dev.oktamcp.okta.Orgs;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.Optional;
import java.util.UUID;

/// The connection `default`, made from the environment. Its API token stays in the environment and
/// is never stored.
@Component
public class EnvironmentConnection implements Orgs {

    private static final String NAME = "default";

    private final @Nullable Connection connection;
    private final @Nullable Org org;

    /// @throws IllegalArgumentException for an environment that is wrong or only half there
    EnvironmentConnection(
            OktaEnvironment environment, ConnectionProperties properties, Connections connections) {
        var url = environment.orgUrl();
        var token = environment.apiToken();
        if (url == null || url.isBlank()) {
            this.connection = null;
            this.org = null;
            return;
        }
        if (token == null || token.isBlank()) {
            throw new IllegalArgumentException(
                    "OKTA_ORG_URL is given without OKTA_API_TOKEN. Give both.");
        }
        var orgUrl = OrgUrl.of(url, properties.allowedHosts(), properties.insecureLoopback());
        this.org = new Org(orgUrl, new Credentials.ApiToken(token.strip()));
        this.connection = stored(orgUrl.toString(), connections);
    }

    private static Connection stored(String orgUrl, Connections connections) {
        var stored = connections.named(NAME);
        if (stored.isPresent()) {
            refuseAnotherOrg(stored.get().orgUrl(), orgUrl);
            connections.updateOrgUrl(stored.get().id(), orgUrl);
            return stored.get();
        }
        var fresh = new Connection(UUID.randomUUID().toString(), NAME, orgUrl, AuthType.API_TOKEN);
        connections.insert(fresh);
        return fresh;
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

    @Override
    public Optional<Org> org(OktaPrincipal principal) {
        return connection != null && connection.id().equals(principal.connectionId())
                ? Optional.ofNullable(org)
                : Optional.empty();
    }
}
