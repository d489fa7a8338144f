package dev.oktamcp.server;

import dev.oktamcp.store.Rows;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// The hashes of the tokens that are good: one for each server, two while an old one is let live on
/// after a rotation.
@Component
class ServerTokens {

    /// @param endsAt when it is no longer good; null where it lasts as long as its server
    record Good(int generation, String hash, @Nullable Instant endsAt) {

        boolean at(Instant now) {
            return endsAt == null || now.isBefore(endsAt);
        }
    }

    private final JdbcClient jdbc;

    ServerTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The newest first.
    List<Good> of(String serverId) {
        return jdbc.sql(
                        """
                        select generation, secret_hash, ends_at
                          from server_token
                         where server_id = :serverId
                         order by generation desc
                        """)
                .param("serverId", serverId)
                .query(ServerTokens::good)
                .list();
    }

    private static Good good(ResultSet row, int number) throws SQLException {
        return new Good(
                row.getInt("generation"),
                row.getString("secret_hash"),
                Rows.instant(row, "ends_at"));
    }

    /// Adds the next one, of a generation that was never used.
    void add(String serverId, String hash, Instant now) {
        jdbc.sql(
                        """
                        insert into server_token (server_id, generation, secret_hash, created_at)
                        select id, last_generation, :hash, :now
                          from server_definition
                         where id = :serverId
                        """)
                .param("serverId", serverId)
                .param("hash", hash)
                .param("now", Rows.time(now))
                .update();
    }

    /// Leaves the newest, and gives it until then.
    void endNewestAt(String serverId, Instant endsAt) {
        jdbc.sql(
                        """
                        delete from server_token
                         where server_id = :serverId
                           and generation < (select last_generation
                                               from server_definition
                                              where id = :serverId)
                        """)
                .param("serverId", serverId)
                .update();
        jdbc.sql("update server_token set ends_at = :endsAt where server_id = :serverId")
                .param("endsAt", Rows.time(endsAt))
                .param("serverId", serverId)
                .update();
    }

    void deleteAll(String serverId) {
        jdbc.sql("delete from server_token where server_id = :serverId")
                .param("serverId", serverId)
                .update();
    }

    /// Those of all servers of a connection.
    void deleteAllOf(String connectionId) {
        jdbc.sql(
                        """
                        delete from server_token
                         where server_id in (select id
                                               from server_definition
                                              where connection_id = :connectionId)
                        """)
                .param("connectionId", connectionId)
                .update();
    }

    /// Servers that have a token whose time, or whose server's time, is over.
    List<String> lapsed(Instant now) {
        return jdbc.sql(
                        """
                        select distinct t.server_id
                          from server_token t
                          join server_definition s on s.id = t.server_id
                         where t.ends_at <= :now or s.expires_at <= :now
                        """)
                .param("now", Rows.time(now))
                .query(String.class)
                .list();
    }

    void deleteLapsed(String serverId, Instant now) {
        jdbc.sql(
                        """
                        delete from server_token
                         where server_id = :serverId
                           and (ends_at <= :now
                                or exists (select 1
                                             from server_definition s
                                            where s.id = :serverId and s.expires_at <= :now))
                        """)
                .param("serverId", serverId)
                .param("now", Rows.time(now))
                .update();
    }

    /// The generations by which a server can be reached; none where it is disabled or deleted.
    Set<Integer> generations(String serverId, Instant now) {
        return jdbc.sql(
                        """
                        select t.generation
                          from server_token t
                          join server_definition s on s.id = t.server_id
                         where s.id = :serverId
                           and s.disabled_at is null and s.deleted_at is null
                           and (s.expires_at is null or s.expires_at > :now)
                           and (t.ends_at is null or t.ends_at > :now)
                        """)
                .param("serverId", serverId)
                .param("now", Rows.time(now))
                .query(Integer.class)
                .set();
    }
}
