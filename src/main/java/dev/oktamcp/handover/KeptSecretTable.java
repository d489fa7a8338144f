package dev.oktamcp.handover;

import dev.oktamcp.store.Rows;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// The stored secrets for people.
@Component
class KeptSecretTable {

    private final JdbcClient jdbc;

    KeptSecretTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param content encrypted
    void insert(KeptSecret kept, String content) {
        jdbc.sql(
                        """
                        insert into kept_secret
                               (id, call_id, server_id, server_name, connection_id, org_url,
                                api_token, tool, title, arguments, content, kept_at, lapses_at)
                        values (:id, :callId, :serverId, :serverName, :connectionId, :orgUrl,
                                :apiToken, :tool, :title, :arguments, :content, :keptAt, :lapsesAt)
                        """)
                .param("id", kept.id())
                .param("callId", kept.callId())
                .param("serverId", kept.serverId())
                .param("serverName", kept.serverName())
                .param("connectionId", kept.connectionId())
                .param("orgUrl", kept.orgUrl())
                .param("apiToken", kept.apiToken())
                .param("tool", kept.tool())
                .param("title", kept.title())
                .param("arguments", kept.arguments())
                .param("content", content)
                .param("keptAt", Rows.time(kept.keptAt()))
                .param("lapsesAt", Rows.time(kept.lapsesAt()))
                .update();
    }

    Optional<KeptSecret> find(String id) {
        return jdbc.sql(
                        """
                        select id, call_id, server_id, server_name, connection_id, org_url,
                               api_token, tool, title, arguments, kept_at, lapses_at, opened_at,
                               opened_by
                          from kept_secret
                         where id = :id
                        """)
                .param("id", id)
                .query(KeptSecretTable::kept)
                .optional();
    }

    /// Encrypted; empty where it is gone.
    Optional<String> content(String id) {
        return jdbc.sql("select content from kept_secret where id = :id and content is not null")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /// Takes the content away, for the one who opens it.
    ///
    /// @return whether it was there, and in time: of several who try, it is one
    boolean take(String id, String by, Instant now) {
        return jdbc.sql(
                                """
                                update kept_secret
                                   set content = null, opened_at = :now, opened_by = :by
                                 where id = :id and content is not null and lapses_at > :now
                                """)
                        .param("now", Rows.time(now))
                        .param("by", by)
                        .param("id", id)
                        .update()
                == 1;
    }

    /// Takes away what nobody opened in time.
    void forgetLapsed(Instant now) {
        jdbc.sql(
                        """
                        update kept_secret
                           set content = null
                         where lapses_at <= :now and content is not null
                        """)
                .param("now", Rows.time(now))
                .update();
    }

    void deleteLapsedBefore(Instant time) {
        jdbc.sql("delete from kept_secret where lapses_at < :time")
                .param("time", Rows.time(time))
                .update();
    }

    private static KeptSecret kept(ResultSet row, int number) throws SQLException {
        return new KeptSecret(
                row.getString("id"),
                row.getString("call_id"),
                row.getString("server_id"),
                row.getString("server_name"),
                row.getString("connection_id"),
                row.getString("org_url"),
                row.getString("api_token"),
                row.getString("tool"),
                row.getString("title"),
                row.getString("arguments"),
                Rows.required(row, "kept_at"),
                Rows.required(row, "lapses_at"),
                Rows.instant(row, "opened_at"),
                row.getString("opened_by"));
    }
}
