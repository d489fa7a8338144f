package dev.oktamcp.demo;

import dev.oktamcp.connection.Connections;
import dev.oktamcp.server.ClientSettings;
import dev.oktamcp.server.Printout;
import dev.oktamcp.server.PublicUrl;
import dev.oktamcp.server.ServerChanges;
import dev.oktamcp.server.ServerDefinition;
import dev.oktamcp.server.ServerDefinition.Config;
import dev.oktamcp.server.ServerDefinition.Filter;
import dev.oktamcp.server.Servers;
import dev.oktamcp.store.Token;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.event.EventListener;

/// Two servers whose URLs are the same at every start, so that what was pasted goes on working.
@TestConfiguration
class DemoServers {

    private static final Token READ_ONLY =
            new Token("demo-read", "no-secret-for-this-machine-only");
    private static final Token FULL = new Token("demo-full", "no-secret-for-this-machine-only");

    private final Connections connections;
    private final Servers servers;
    private final ServerChanges changes;
    private final PublicUrl publicUrl;

    DemoServers(
            Connections connections, Servers servers, ServerChanges changes, PublicUrl publicUrl) {
        this.connections = connections;
        this.servers = servers;
        this.changes = changes;
        this.publicUrl = publicUrl;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (servers.isEmpty()) {
            insert(READ_ONLY, Filter.ofMethods("read"));
            insert(FULL, Filter.ofMethods("read", "write", "custom"));
        }
        Printout.print(
                """

                Two MCP servers for a simulated Okta org are ready:

                  read only  %s
                  full       %s

                %s\
                """
                        .formatted(
                                publicUrl.of(READ_ONLY),
                                publicUrl.of(FULL),
                                ClientSettings.of(publicUrl.of(FULL))));
    }

    private void insert(Token token, Filter filter) {
        var connection = connections.named("default").orElseThrow();
        changes.create(
                new ServerDefinition(
                        token.id(), connection.id(), token.id(), Config.of(filter), null),
                token);
    }
}
