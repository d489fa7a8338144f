package dev.oktamcp.server;

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

    private final EnvironmentConnection environment;
    private final Servers servers;
    private final ServerChanges changes;
    private final PublicUrl publicUrl;

    FirstServer(
            EnvironmentConnection environment,
            Servers servers,
            ServerChanges changes,
            PublicUrl publicUrl) {
        this.environment = environment;
        this.servers = servers;
        this.changes = changes;
        this.publicUrl = publicUrl;
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void ready(ApplicationReadyEvent event) {
        var connection = environment.connection();
        if (connection.isEmpty()) {
            Printout.print("No org is connected. Start with OKTA_ORG_URL and OKTA_API_TOKEN.\n");
            return;
        }
        if (!servers.isEmpty()) {
            Printout.print(
                    "Ready. The URLs that were handed out work; they are not shown again.\n");
            return;
        }
        var token = Token.create();
        var filter = ServerDefinition.Filter.ofMethods("read");
        var config = ServerDefinition.Config.of(filter);
        changes.create(
                new ServerDefinition(token.id(), connection.get().id(), "first", config, null),
                token);
        var url = publicUrl.of(token);
        Printout.print(
                """

                A read-only MCP server for %s is ready. Its URL is a secret and is shown only now:

                  %s

                %s\
                """
                        .formatted(connection.get().orgUrl(), url, ClientSettings.of(url)));
    }
}
