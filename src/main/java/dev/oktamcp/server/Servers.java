package dev.oktamcp.server;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The stored MCP servers. Of a token only the hash is kept.
@Component
public class Servers {

    private final JdbcClient jdbc;
    private final Clock clock;

    Servers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Whether no server is stored.
    public boolean isEmpty() {
        return jdbc.sql("select count(*) from server_definition").query(Integer.class).single()
                == 0;
    }

    /// Stores a new server.
    ///
    /// @param token whose id is the definition's
    public void insert(ServerDefinition server, ServerToken token) {
        if (!server.id().equals(token.id())) {
            throw new IllegalArgumentException("The token is of another server");
        }
        var expiresAt = server.expiresAt();
        jdbc.sql(
                        """
                        insert into server_definition
                               (id, connection_id, name, secret_hash, methods, tags,
                                include_tools, exclude_tools, expires_at, created_at)
                        values (:id, :connectionId, :name, :hash, :methods, :tags,
                                :include, :exclude, :expiresAt, :createdAt)
                        """)
                .param("id", server.id())
                .param("connectionId", server.connectionId())
                .param("name", server.name())
                .param("hash", token.hash())
                .param("methods", joined(server.filter().methods()))
                .param("tags", joined(server.filter().tags()))
                .param("include", joined(server.filter().include()))
                .param("exclude", joined(server.filter().exclude()))
                .param("expiresAt", expiresAt == null ? null : expiresAt.atOffset(ZoneOffset.UTC))
                .param("createdAt", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// A definition and the hash of its secret.
    record Stored(ServerDefinition definition, String hash) {}

    Optional<Stored> find(String id) {
        return jdbc.sql(
                        """
                        select id, connection_id, name, secret_hash, methods, tags,
                               include_tools, exclude_tools, expires_at
                          from server_definition
                         where id = :id and secret_hash is not null
                        """)
                .param("id", id)
                .query(Servers::stored)
                .optional();
    }

    private static Stored stored(ResultSet row, int number) throws SQLException {
        var expiresAt = row.getObject("expires_at", OffsetDateTime.class);
        return new Stored(
                new ServerDefinition(
                        row.getString("id"),
                        row.getString("connection_id"),
                        row.getString("name"),
                        new ServerDefinition.Filter(
                                split(row.getString("methods")),
                                split(row.getString("tags")),
                                split(row.getString("include_tools")),
                                split(row.getString("exclude_tools"))),
                        expiresAt == null ? null : expiresAt.toInstant()),
                row.getString("secret_hash"));
    }

    /// Names of methods, tags and tools hold no comma.
    private static String joined(Set<String> words) {
        return String.join(",", new TreeSet<>(words));
    }

    private static Set<String> split(String words) {
        return words.isEmpty() ? Set.of() : Set.of(words.split(",", -1));
    }
}
