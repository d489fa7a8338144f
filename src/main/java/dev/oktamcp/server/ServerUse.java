package dev.oktamcp.server;

import dev.oktamcp.connection.ConnectionUse;
import dev.oktamcp.store.Rows;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Clock;

/// The MCP servers as users of connections.
@Component
class ServerUse implements ConnectionUse {

    private final JdbcClient jdbc;
    private final Clock clock;

    ServerUse(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public int count(String connectionId) {
        return jdbc.sql(
                        """
                        select count(*)
                          from server_definition
                         where connection_id = :connectionId and deleted_at is null
                        """)
                .param("connectionId", connectionId)
                .query(Integer.class)
                .single();
    }

    @Override
    public void end(String connectionId, long revision) {
        jdbc.sql(
                        """
                        delete from server_token
                         where server_id in (select id
                                               from server_definition
                                              where connection_id = :connectionId)
                        """)
                .param("connectionId", connectionId)
                .update();
        jdbc.sql(
                        """
                        update server_definition
                           set deleted_at = :now, revision = :revision
                         where connection_id = :connectionId and deleted_at is null
                        """)
                .param("now", Rows.time(clock.instant()))
                .param("revision", revision)
                .param("connectionId", connectionId)
                .update();
    }
}
