package dev.oktamcp.confirmation;

import dev.oktamcp.store.EncryptedColumn;
import dev.oktamcp.store.Rows;
import dev.oktamcp.store.Vault;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Table `confirmation`: questions that are put on a page, and what became of them. Whoever decides
/// and whoever spends is the first to do so, at whichever replica.
@Component
class Confirmations {

    static final EncryptedColumn COLUMN = new EncryptedColumn("confirmation", "shown");

    /// A replica whose clock is behind must not take for open what another has forgotten.
    private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);

    private static final TypeReference<List<String>> LINES = new TypeReference<>() {};

    private static final String SELECT =
            """
            select id, call_id, server_id, connection_id, call_key, about, tool, api_token, shown, asked_at, lapses_at,
                   approved, decided_by
              from confirmation
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Vault vault;
    private final JsonMapper json;
    private final Clock clock;

    Confirmations(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Vault vault,
            JsonMapper json,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.vault = vault;
        this.json = json;
        this.clock = clock;
    }

    void insert(Confirmation asked) {
        jdbc.sql(
                        """
                        insert into confirmation
                               (id, call_id, server_id, connection_id, call_key, about, tool,
                                api_token, shown, asked_at, lapses_at)
                        values (:id, :callId, :serverId, :connectionId, :callKey, :about, :tool,
                                :apiToken, :shown, :askedAt, :lapsesAt)
                        """)
                .param("id", asked.id())
                .param("callId", asked.callId())
                .param("serverId", asked.serverId())
                .param("connectionId", asked.connectionId())
                .param("callKey", asked.callKey())
                .param("about", asked.about())
                .param("tool", asked.tool())
                .param("apiToken", asked.apiToken())
                .param("shown", encrypted(asked))
                .param("askedAt", Rows.time(asked.askedAt()))
                .param("lapsesAt", Rows.time(asked.lapsesAt()))
                .update();
    }

    @Scheduled(fixedDelayString = "PT1M")
    void forget() {
        jdbc.sql("delete from confirmation where lapses_at < :past")
                .param("past", Rows.time(clock.instant().minus(CLOCKS_DIFFER)))
                .update();
    }

    private String encrypted(Confirmation asked) {
        return vault.encrypt(json.writeValueAsBytes(asked.lines()), COLUMN.boundTo(asked.id()));
    }

    /// The question about a call whose answer has not been used and has not lapsed: one that was
    /// answered, or else the latest.
    Optional<Confirmation> open(String callKey) {
        return jdbc.sql(
                        SELECT
                                + """
                                 where call_key = :callKey and spent_at is null
                                   and lapses_at > :now
                                 order by case when approved is null then 1 else 0 end,
                                          asked_at desc, id desc
                                 fetch first row only
                                """)
                .param("callKey", callKey)
                .param("now", Rows.time(clock.instant()))
                .query(this::read)
                .optional();
    }

    /// Ends the older questions about the same call that nobody has answered. Of two that came
    /// together the later stays.
    void endOlder(Confirmation asked) {
        jdbc.sql(
                        """
                        update confirmation
                           set spent_at = :now
                         where call_key = :callKey and spent_at is null and decided_at is null
                           and (asked_at < :askedAt or (asked_at = :askedAt and id < :id))
                        """)
                .param("callKey", asked.callKey())
                .param("askedAt", Rows.time(asked.askedAt()))
                .param("id", asked.id())
                .param("now", Rows.time(clock.instant()))
                .update();
    }

    /// The question of this id, until it has lapsed or another has taken its place.
    Optional<Confirmation> find(String id) {
        return jdbc.sql(
                        SELECT
                                + """
                                 where id = :id and lapses_at > :now
                                   and (spent_at is null or decided_at is not null)
                                """)
                .param("id", id)
                .param("now", Rows.time(clock.instant()))
                .query(this::read)
                .optional();
    }

    /// @param by who decides
    /// @return whether nobody had decided before, and it had not lapsed
    boolean decide(String id, boolean approved, String by) {
        return jdbc.sql(
                                """
                                update confirmation
                                   set approved = :approved, decided_at = :now, decided_by = :by
                                 where id = :id and decided_at is null and spent_at is null
                                   and lapses_at > :now
                                """)
                        .param("id", id)
                        .param("approved", approved)
                        .param("by", by)
                        .param("now", Rows.time(clock.instant()))
                        .update()
                == 1;
    }

    /// Uses an answer up, and all other questions about the same call with it: one yes is one call,
    /// however often it was asked for.
    ///
    /// @return whether it had been given, not been used before, and not lapsed
    boolean spend(Confirmation answered) {
        return Boolean.TRUE.equals(
                transaction.execute(_ -> {
                    waitFor(answered.callKey());
                    return spendAll(answered) > 0;
                }));
    }

    /// Whoever spends at the same time is done after this, and what it spent is seen.
    private void waitFor(String callKey) {
        jdbc.sql("select id from confirmation where call_key = :callKey order by id for update")
                .param("callKey", callKey)
                .query(String.class)
                .list();
    }

    private int spendAll(Confirmation answered) {
        return jdbc.sql(
                        """
                        update confirmation
                           set spent_at = :now
                         where call_key = :callKey and spent_at is null
                           and exists (select 1 from confirmation answered
                                        where answered.id = :id
                                          and answered.decided_at is not null
                                          and answered.spent_at is null
                                          and answered.lapses_at > :now)
                        """)
                .param("callKey", answered.callKey())
                .param("id", answered.id())
                .param("now", Rows.time(clock.instant()))
                .update();
    }

    private Confirmation read(ResultSet row, int number) throws SQLException {
        var id = row.getString("id");
        var shown = vault.decrypt(row.getString("shown"), COLUMN.boundTo(id));
        return new Confirmation(
                id,
                row.getString("call_id"),
                row.getString("server_id"),
                row.getString("connection_id"),
                row.getString("call_key"),
                row.getString("about"),
                row.getString("tool"),
                row.getString("api_token"),
                json.readValue(new String(shown, StandardCharsets.UTF_8), LINES),
                Rows.required(row, "asked_at"),
                Rows.required(row, "lapses_at"),
                (Boolean) row.getObject("approved"),
                row.getString("decided_by"));
    }
}
