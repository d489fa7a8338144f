package dev.oktamcp.server;

import dev.oktamcp.connection.Connections;
import dev.oktamcp.server.ServerDefinition.Config;
import dev.oktamcp.server.ServerDefinition.Filter;
import dev.oktamcp.store.Revision;
import dev.oktamcp.store.RevisionWatch;
import dev.oktamcp.store.Rows;
import dev.oktamcp.store.Token;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.Instant;

import javax.sql.DataSource;

/// The stored servers and all that changes them, over a database, without the rest of the server.
final class ServerStore {

    private final AnnotationConfigApplicationContext context =
            new AnnotationConfigApplicationContext();

    ServerStore(DataSource dataSource, Clock clock) {
        var transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(dataSource));
        context.registerBean(TransactionTemplate.class, () -> transaction);
        context.registerBean(Clock.class, () -> clock);
        context.register(
                Revision.class,
                RevisionWatch.class,
                Connections.class,
                Servers.class,
                ServerTokens.class,
                ServerChanges.class,
                ServerUse.class);
        context.refresh();
        addConnection(jdbc());
    }

    private static void addConnection(JdbcClient jdbc) {
        jdbc.sql(
                        """
                        insert into connection
                               (id, name, org_url, auth_type, created_at, updated_at)
                        select 'c', 'acme', 'https://acme.okta.com', 'API_TOKEN', :now, :now
                         where not exists (select 1 from connection)
                        """)
                .param("now", Rows.time(Instant.now()))
                .update();
    }

    /// A server that reads, of the connection that there is.
    Token made() {
        var token = Token.create();
        made(token, "c", null);
        return token;
    }

    StoredServer made(Token token, String connectionId, @Nullable Instant expiresAt) {
        var config = Config.of(Filter.ofMethods("read"));
        return changes()
                .create(
                        new ServerDefinition(token.id(), connectionId, "one", config, expiresAt),
                        token);
    }

    JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    Servers servers() {
        return context.getBean(Servers.class);
    }

    ServerTokens tokens() {
        return context.getBean(ServerTokens.class);
    }

    ServerChanges changes() {
        return context.getBean(ServerChanges.class);
    }

    ServerUse use() {
        return context.getBean(ServerUse.class);
    }

    RevisionWatch watch() {
        return context.getBean(RevisionWatch.class);
    }
}
