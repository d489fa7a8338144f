package dev.oktamcp.connection;

import dev.oktamcp.store.Rows;
import dev.oktamcp.store.Words;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The stored connections. A deleted one stays for the audit, without its credentials, and is not
/// found.
@Component
public class Connections {

    private static final String COLUMNS =
            """
            select id, name, org_url, auth_type, hidden_fields, version, created_at, updated_at
              from connection
            """;

    private final JdbcClient jdbc;

    Connections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The connection with this id.
    public Optional<Connection> find(String id) {
        return jdbc.sql(COLUMNS + " where id = :id and deleted_at is null")
                .param("id", id)
                .query(Connections::connection)
                .optional();
    }

    /// The connection with this name, which is unique.
    public Optional<Connection> named(String name) {
        return jdbc.sql(COLUMNS + " where name = :name and deleted_at is null")
                .param("name", name)
                .query(Connections::connection)
                .optional();
    }

    /// All of them, in the order in which they were made.
    ///
    /// @param after the id of the connection before the first; null from the beginning
    /// @return one more than the limit, where there are more
    public List<Connection> list(@Nullable String after, int limit) {
        return jdbc.sql(
                        COLUMNS
                                + """
                                 where deleted_at is null
                                   and (cast(:after as varchar(36)) is null
                                        or (created_at, id) >
                                           (select created_at, id
                                              from connection
                                             where id = :after))
                                 order by created_at, id
                                 limit :limit
                                """)
                .param("after", after)
                .param("limit", limit + 1)
                .query(Connections::connection)
                .list();
    }

    /// Whether one of them has credentials of its own.
    public boolean anyWithCredentials() {
        return jdbc.sql(
                                """
                                select count(*)
                                  from connection
                                 where auth is not null and deleted_at is null
                                """)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /// The sealed credentials; empty where there are none, as with those of the environment.
    Optional<String> auth(String id) {
        return jdbc.sql(
                        """
                        select auth
                          from connection
                         where id = :id and auth is not null and deleted_at is null
                        """)
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /// The ids of those that were changed, or deleted, after this revision.
    List<String> changedAfter(long revision) {
        return jdbc.sql("select id from connection where revision > :revision")
                .param("revision", revision)
                .query(String.class)
                .list();
    }

    /// @param auth sealed; null where the credentials stay in the environment
    void insert(Connection connection, @Nullable String auth, long revision) {
        settable(
                        jdbc.sql(
                                """
                                insert into connection
                                       (id, name, org_url, auth_type, auth, hidden_fields,
                                        version, revision, created_at, updated_at)
                                values (:id, :name, :orgUrl, :authType, :auth, :hiddenFields,
                                        :version, :revision, :createdAt, :updatedAt)
                                """),
                        connection,
                        auth,
                        revision)
                .param("createdAt", Rows.time(connection.createdAt()))
                .update();
    }

    /// @param auth sealed; null where the credentials stay what and where they are
    /// @return whether the row still had the version before this one
    boolean update(Connection connection, @Nullable String auth, long revision) {
        return settable(
                                jdbc.sql(
                                        """
                                        update connection
                                           set name = :name, org_url = :orgUrl,
                                               auth_type = :authType,
                                               auth = coalesce(:auth, auth),
                                               hidden_fields = :hiddenFields,
                                               version = :version, revision = :revision,
                                               updated_at = :updatedAt
                                         where id = :id and version = :version - 1
                                           and deleted_at is null
                                        """),
                                connection,
                                auth,
                                revision)
                        .update()
                == 1;
    }

    private static StatementSpec settable(
            StatementSpec statement, Connection connection, @Nullable String auth, long revision) {
        return statement
                .param("id", connection.id())
                .param("name", connection.name())
                .param("orgUrl", connection.orgUrl())
                .param("authType", connection.authType().name())
                .param("auth", auth)
                .param("hiddenFields", Words.joined(connection.hiddenFields()))
                .param("version", connection.version())
                .param("revision", revision)
                .param("updatedAt", Rows.time(connection.updatedAt()));
    }

    /// Forgets stored credentials, where others stand in their place.
    void forgetAuth(String id) {
        jdbc.sql("update connection set auth = null where id = :id").param("id", id).update();
    }

    /// Forgets the credentials and gives the name free.
    void delete(String id, Instant now, long revision) {
        jdbc.sql(
                        """
                        update connection
                           set name = name || ' ' || id, auth = null,
                               deleted_at = :now, revision = :revision
                         where id = :id and deleted_at is null
                        """)
                .param("now", Rows.time(now))
                .param("revision", revision)
                .param("id", id)
                .update();
    }

    private static Connection connection(ResultSet row, int number) throws SQLException {
        return new Connection(
                row.getString("id"),
                row.getString("name"),
                row.getString("org_url"),
                AuthType.valueOf(row.getString("auth_type")),
                Words.split(row.getString("hidden_fields")),
                row.getLong("version"),
                Rows.required(row, "created_at"),
                Rows.required(row, "updated_at"));
    }
}
