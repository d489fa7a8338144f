package dev.oktamcp.audit;

import dev.oktamcp.store.Rows;
import dev.oktamcp.tool.PlainText;
import dev.oktamcp.tool.SafeText;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.UUID;

/// The stored record of what people did about calls. Rows are added and never changed, within the
/// transaction of what is recorded: there is no deed without its record.
@Component
public class HumanActs {

    /// What a person did.
    public enum Act {
        /// Opened what a call had made and no model may see.
        OPENED_SECRET,
        /// Said yes to a call, on a page.
        CONFIRMED,
        /// Said no to a call, on a page.
        REFUSED
    }

    /// @param human who, as `Human.by` has it
    /// @param callId of the call that it was about, as the audit has it
    public record Deed(
            Act act,
            String human,
            String humanName,
            String callId,
            String serverId,
            String connectionId,
            String tool) {}

    private final JdbcClient jdbc;

    HumanActs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(Deed deed, Instant at) {
        jdbc.sql(
                        """
                        insert into human_act
                               (id, acted_at, act, human, human_name, call_id, server_id,
                                connection_id, tool)
                        values (:id, :at, :act, :human, :humanName, :callId, :serverId,
                                :connectionId, :tool)
                        """)
                .param("id", UUID.randomUUID().toString())
                .param("at", Rows.time(at))
                .param("act", deed.act().name())
                .param("human", plain(deed.human(), 300))
                .param("humanName", plain(deed.humanName(), 200))
                .param("callId", deed.callId())
                .param("serverId", deed.serverId())
                .param("connectionId", deed.connectionId())
                .param("tool", deed.tool())
                .update();
    }

    private static String plain(String text, int longest) {
        return PlainText.of(SafeText.of(text), longest);
    }
}
