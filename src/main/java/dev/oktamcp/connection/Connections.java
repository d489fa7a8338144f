package dev.oktamcp.connection;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;

/// The stored connections.
@Component
public class Connections {

    private final JdbcClient jdbc;
    private final Clock clock;

    Connections(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// The connection with this id.
    public Optional<Connection> find(String id) {
        return jdbc.sql(
                        """
                        select id, name, org_url, auth_type
                          from connection
                         where id = :id
                        """)
                .param("id", id)
                .query(Connections::connection)
                .optional();
    }

    /// The connection with this name, which is unique.
    public Optional<Connection> named(String name) {
        return jdbc.sql(
                        """
                        select id, name, org_url, auth_type
                          from connection
                         where name = :name
                        """)
                .param("name", name)
                .query(Connections::connection)
                .optional();
    }

    private static Connection connection(ResultSet row, int number) throws SQLException {
        return new Connection(
                row.getString("id"),
                row.getString("name"),
                row.getString("org_url"),
                AuthType.valueOf(row.getString("auth_type")));
    }

    void insert(Connection connection) {
        jdbc.sql(
                        """
                        insert into connection (id, name, org_url, auth_type, created_at)
                        values (:id, :name, :orgUrl, :authType, :createdAt)
                        """)
                .param("id", connection.id())
                .param("name", connection.name())
                .param("orgUrl", connection.orgUrl())
                .param("authType", connection.authType().name())
                .param("createdAt", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    void update(Connection connection) {
        jdbc.sql(
                        """
                        update connection
                           set org_url = :orgUrl, auth_type = :authType
                         where id = :id
                        """)
                .param("orgUrl", connection.orgUrl())
                .param("authType", connection.authType().name())
                .param("id", connection.id())
                .update();
    }
}
