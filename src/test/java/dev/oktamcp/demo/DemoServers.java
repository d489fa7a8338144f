package dev.oktamcp.demo;

import dev.oktamcp.connection.Connections;
import dev.oktamcp.server.ClientSettings;
import dev.oktamcp.server.Printout;
import dev.oktamcp.server.PublicUrl;
import dev.oktamcp.server.ServerDefinition;
import dev.oktamcp.server.ServerDefinition.Filter;
import dev.oktamcp.server.ServerToken;
import dev.oktamcp.server.Servers;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.event.EventListener;

/// Two servers whose URLs are the same at every start, so that what was pasted goes on working.
@TestConfiguration
class DemoServers {

    private static final ServerToken READ_ONLY =
            new ServerToken("demo-read", "no-secret-for-this-machine-only");
    private static final ServerToken FULL =
            new ServerToken("demo-full", "no-secret-for-this-machine-only");

    private final Connections connections;
    private final Servers servers;
    private final PublicUrl publicUrl;

    DemoServers(Connections connections, Servers servers, PublicUrl publicUrl) {
        this.connections = connections;
        this.servers = servers;
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

    private void insert(ServerToken token, Filter filter) {
        var connection = connections.named("default").orElseThrow();
        servers.insert(
                new ServerDefinition(token.id(), connection.id(), token.id(), filter, null), token);
    }
}
