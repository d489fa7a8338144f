package dev.oktamcp.server;

import dev.oktamcp.store.Rows;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The stored MCP servers. A deleted one stays for the audit, but is not found.
@Component
public class Servers {

    private final JdbcClient jdbc;

    Servers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Whether none was ever stored.
    public boolean isEmpty() {
        return jdbc.sql("select count(*) from server_definition").query(Integer.class).single()
                == 0;
    }

    /// The server with this id.
    public Optional<StoredServer> find(String id) {
        return jdbc.sql(ServerRow.COLUMNS + " where id = :id and deleted_at is null")
                .param("id", id)
                .query(ServerRow::read)
                .optional();
    }

    /// The servers of a connection, in the order in which they were made.
    ///
    /// @param after the id of the server before the first; null from the beginning
    /// @return one more than the limit, where there are more
    public List<StoredServer> list(String connectionId, @Nullable String after, int limit) {
        return jdbc.sql(
                        ServerRow.COLUMNS
                                + """
                                 where connection_id = :connectionId and deleted_at is null
                                   and (cast(:after as varchar(36)) is null
                                        or (created_at, id) >
                                           (select created_at, id
                                              from server_definition
                                             where id = :after))
                                 order by created_at, id
                                 limit :limit
                                """)
                .param("connectionId", connectionId)
                .param("after", after)
                .param("limit", limit + 1)
                .query(ServerRow::read)
                .list();
    }

    void insert(StoredServer server, long revision) {
        var definition = server.definition();
        ServerRow.settable(
                        jdbc.sql(
                                """
                                insert into server_definition
                                       (id, connection_id, name, methods, tags,
                                        include_tools, exclude_tools, hidden_fields,
                                        tool_exposure, require_api_token, ask_before, expires_at,
                                        version, revision, created_at, updated_at)
                                values (:id, :connectionId, :name, :methods, :tags,
                                        :include, :exclude, :hiddenFields,
                                        :toolExposure, :requireApiToken, :askBefore, :expiresAt,
                                        :version, :revision, :createdAt, :updatedAt)
                                """),
                        server,
                        revision)
                .param("connectionId", definition.connectionId())
                .param("createdAt", Rows.time(server.createdAt()))
                .update();
    }

    /// @return whether the row still had the version before this one
    boolean update(StoredServer server, long revision) {
        return ServerRow.settable(
                                jdbc.sql(
                                        """
                                        update server_definition
                                           set name = :name, methods = :methods, tags = :tags,
                                               include_tools = :include, exclude_tools = :exclude,
                                               hidden_fields = :hiddenFields,
                                               tool_exposure = :toolExposure,
                                               require_api_token = :requireApiToken,
                                               ask_before = :askBefore,
                                               expires_at = :expiresAt,
                                               version = :version, revision = :revision,
                                               updated_at = :updatedAt
                                         where id = :id and version = :version - 1
                                           and deleted_at is null
                                        """),
                                server,
                                revision)
                        .update()
                == 1;
    }

    /// Disables it, or enables it where the time is null.
    void turn(String id, @Nullable Instant disabledAt, Instant now, long revision) {
        jdbc.sql(
                        """
                        update server_definition
                           set disabled_at = :disabledAt, version = version + 1,
                               revision = :revision, updated_at = :now
                         where id = :id and deleted_at is null
                        """)
                .param("disabledAt", Rows.time(disabledAt), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("now", Rows.time(now))
                .param("revision", revision)
                .param("id", id)
                .update();
    }

    /// @return whether it was there
    boolean delete(String id, Instant now, long revision) {
        return jdbc.sql(
                                """
                                update server_definition
                                   set deleted_at = :now, revision = :revision
                                 where id = :id and deleted_at is null
                                """)
                        .param("now", Rows.time(now))
                        .param("revision", revision)
                        .param("id", id)
                        .update()
                == 1;
    }

    /// How many work with a connection.
    int countOf(String connectionId) {
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

    /// Deletes all that work with a connection.
    void deleteAllOf(String connectionId, Instant now, long revision) {
        jdbc.sql(
                        """
                        update server_definition
                           set deleted_at = :now, revision = :revision
                         where connection_id = :connectionId and deleted_at is null
                        """)
                .param("now", Rows.time(now))
                .param("revision", revision)
                .param("connectionId", connectionId)
                .update();
    }

    /// The ids of those that were changed, or deleted, after this revision.
    List<String> changedAfter(long revision) {
        return jdbc.sql("select id from server_definition where revision > :revision")
                .param("revision", revision)
                .query(String.class)
                .list();
    }

    /// Counts on, before a token is added.
    void nextGeneration(String id) {
        jdbc.sql(
                        """
                        update server_definition
                           set last_generation = last_generation + 1
                         where id = :id
                        """)
                .param("id", id)
                .update();
    }

    /// Notes that its tokens have changed.
    void touch(String id, long revision) {
        jdbc.sql("update server_definition set revision = :revision where id = :id")
                .param("revision", revision)
                .param("id", id)
                .update();
    }
}
