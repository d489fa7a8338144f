package dev.oktamcp.mcp;

import dev.oktamcp.store.Rows;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The stored messages for other replicas.
@Component
class SessionMessageTable {

    /// @param content sealed
    record Row(String id, String sessionId, String serverId, String content, Instant sentAt) {}

    /// Where a message is to go, without what it says.
    record Address(String id, String sessionId) {}

    /// How many there are.
    record Count(int ofSession, int ofServer) {}

    private final JdbcClient jdbc;

    SessionMessageTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Count count(String sessionId, String serverId) {
        return jdbc.sql(
                        """
                        select count(*) as of_server,
                               count(case when session_id = :sessionId then 1 end) as of_session
                          from session_message
                         where server_id = :serverId
                        """)
                .param("sessionId", sessionId)
                .param("serverId", serverId)
                .query(SessionMessageTable::count)
                .single();
    }

    private static Count count(ResultSet row, int number) throws SQLException {
        return new Count(row.getInt("of_session"), row.getInt("of_server"));
    }

    /// Once: of two with one id, the first counts.
    void insert(Row row, long revision) {
        jdbc.sql(
                        """
                        insert into session_message
                               (id, session_id, server_id, content, revision, sent_at)
                        select :id, :sessionId, :serverId, :content, :revision, :sentAt
                         where not exists (select 1 from session_message where id = :id)
                        """)
                .param("id", row.id())
                .param("sessionId", row.sessionId())
                .param("serverId", row.serverId())
                .param("content", row.content())
                .param("revision", revision)
                .param("sentAt", Rows.time(row.sentAt()))
                .update();
    }

    List<Address> after(long revision) {
        return jdbc.sql("select id, session_id from session_message where revision > :revision")
                .param("revision", revision)
                .query(Address.class)
                .list();
    }

    /// What it says, to whoever comes first.
    Optional<String> take(String id) {
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

    void deleteBefore(Instant time) {
        jdbc.sql("delete from session_message where sent_at < :time")
                .param("time", Rows.time(time))
                .update();
    }
}
