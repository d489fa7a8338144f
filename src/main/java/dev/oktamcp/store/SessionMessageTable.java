package dev.oktamcp.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The stored messages for other replicas.
@Component
public class SessionMessageTable {

    /// @param kind of what it is; each is counted by itself
    /// @param content sealed
    public record Row(
            String id,
            String sessionId,
            String serverId,
            String kind,
            String content,
            Instant sentAt) {}

    /// Where a message is to go, without what it says.
    public record Address(String id, String sessionId) {}

    /// How many there are.
    public record Count(int ofSession, int ofServer) {}

    private final JdbcClient jdbc;

    SessionMessageTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// How many of a kind wait, of a session and of all sessions of its server.
    public Count count(String sessionId, String serverId, String kind) {
        return jdbc.sql(
                        """
                        select count(*) as of_server,
                               count(case when session_id = :sessionId then 1 end) as of_session
                          from session_message
                         where server_id = :serverId
                           and kind = :kind
                        """)
                .param("sessionId", sessionId)
                .param("serverId", serverId)
                .param("kind", kind)
                .query(SessionMessageTable::count)
                .single();
    }

    private static Count count(ResultSet row, int number) throws SQLException {
        return new Count(row.getInt("of_session"), row.getInt("of_server"));
    }

    /// Once: of two with one id, the first counts.
    public void insert(Row row, long revision) {
        jdbc.sql(
                        """
                        insert into session_message
                               (id, session_id, server_id, kind, content, revision, sent_at)
                        select :id, :sessionId, :serverId, :kind, :content, :revision, :sentAt
                         where not exists (select 1 from session_message where id = :id)
                        """)
                .param("id", row.id())
                .param("sessionId", row.sessionId())
                .param("serverId", row.serverId())
                .param("kind", row.kind())
                .param("content", row.content())
                .param("revision", revision)
                .param("sentAt", Rows.time(row.sentAt()))
                .update();
    }

    /// Those that were stored after a revision.
    public List<Address> after(long revision) {
        return jdbc.sql("select id, session_id from session_message where revision > :revision")
                .param("revision", revision)
                .query(Address.class)
                .list();
    }

    /// What it says, to whoever comes first.
    public Optional<String> take(String id) {
        var content =
                jdbc.sql("select content from session_message where id = :id")
                        .param("id", id)
                        .query(String.class)
                        .optional();
        return content.filter(_ -> delete(id));
    }

    private boolean delete(String id) {
        return jdbc.sql("delete from session_message where id = :id").param("id", id).update() == 1;
    }

    /// Deletes what was sent before.
    public void deleteBefore(Instant time) {
        jdbc.sql("delete from session_message where sent_at < :time")
                .param("time", Rows.time(time))
                .update();
    }
}
