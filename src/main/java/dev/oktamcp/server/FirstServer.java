package dev.oktamcp.server;

import dev.oktamcp.connection.Connection;
import dev.oktamcp.connection.Connections;
import dev.oktamcp.connection.EnvironmentConnection;
import dev.oktamcp.store.Token;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// With a connection from the environment and no server stored, makes a read-only server `first`
/// and prints its URL, once.
@Component
@ConditionalOnProperty(name = "okta-mcp.first-server", matchIfMissing = true)
class FirstServer {

    private static final String NO_ORG =
            """
            No org is connected. Start with OKTA_ORG_URL and OKTA_API_TOKEN, or connect one by the REST API.
            """;

    private final EnvironmentConnection environment;
    private final Connections connections;
    private final Servers servers;
    private final ServerChanges changes;
    private final PublicUrl publicUrl;

    FirstServer(
            EnvironmentConnection environment,
            Connections connections,
            Servers servers,
            ServerChanges changes,
            PublicUrl publicUrl) {
        this.environment = environment;
        this.connections = connections;
        this.servers = servers;
        this.changes = changes;
        this.publicUrl = publicUrl;
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void ready(ApplicationReadyEvent event) {
        var connection = environment.connection();
        if (connection.isPresent() && servers.isEmpty()) {
            make(connection.get());
        } else if (connection.isEmpty() && !connections.anyWithCredentials()) {
            Printout.print(NO_ORG);
        } else {
            Printout.print(
                    "Ready. The URLs that were handed out work; they are not shown again.\n");
        }
    }

    private void make(Connection connection) {
        var token = Token.create();
        var config = ServerDefinition.Config.of(ServerDefinition.Filter.ofMethods("read"));
        var server = new ServerDefinition(token.id(), connection.id(), "first", config, null);
        if (changes.createFirst(server, token)) {
            var url = publicUrl.of(token);
            Printout.print(
                    """

                    A read-only MCP server for %s is ready. Its URL is a secret and is shown only now:

                      %s

                    %s\
                    """
                            .formatted(connection.orgUrl(), url, ClientSettings.of(url)));
        }
    }
}
