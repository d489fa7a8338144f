package dev.oktamcp.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/// The stored ends of sessions.
@Component
public class EndedSessionTable {

    /// When a session of a server was ended.
    public record Row(String sessionId, String serverId, Instant endedAt) {}

    private final JdbcClient jdbc;

    EndedSessionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Once: a second end changes nothing.
    public void insert(Row row, long revision) {
        jdbc.sql(
                        """
                        insert into ended_session (session_id, server_id, revision, ended_at)
                        select :sessionId, :serverId, :revision, :endedAt
                         where not exists (select 1
                                             from ended_session
                                            where session_id = :sessionId)
                        """)
                .param("sessionId", row.sessionId())
                .param("serverId", row.serverId())
                .param("revision", revision)
                .param("endedAt", Rows.time(row.endedAt()))
                .update();
    }

    /// Whether this session was ended, by whichever replica.
    public boolean has(String sessionId) {
        return jdbc.sql("select count(*) from ended_session where session_id = :sessionId")
                        .param("sessionId", sessionId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /// The oldest first.
    public List<Row> after(long revision) {
        return jdbc.sql(
                        """
                        select session_id, server_id, ended_at
                          from ended_session
                         where revision > :revision
                         order by revision
                        """)
                .param("revision", revision)
                .query(EndedSessionTable::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getString("session_id"),
                row.getString("server_id"),
                Rows.required(row, "ended_at"));
    }

    /// Forgets what ended before.
    public void deleteBefore(Instant time) {
        jdbc.sql("delete from ended_session where ended_at < :time")
                .param("time", Rows.time(time))
                .update();
    }

    /// Leaves the latest of one server.
    public void keepLatest(String serverId, int most) {
        jdbc.sql(
                        """
                        delete from ended_session
                         where server_id = :serverId
                           and revision <= (select revision
                                              from ended_session
                                             where server_id = :serverId
                                             order by revision desc
                                             limit 1 offset :most)
                        """)
                .param("serverId", serverId)
                .param("most", most)
                .update();
    }
}
