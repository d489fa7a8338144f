package dev.oktamcp.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.oktamcp.fixture.Databases;
import dev.oktamcp.fixture.StoreTest;
import dev.oktamcp.tool.Effect;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.Executors;

@StoreTest
class AuditLogTests {

    private static final Instant START = Instant.parse("2026-02-03T04:05:06.123456Z");

    private final JdbcClient jdbc;
    private final AuditLog log;

    AuditLogTests(Databases databases) {
        var database = databases.of(AuditLogTests.class);
        jdbc = database.jdbc();
        log =
                new AuditLog(
                        new JdbcTemplate(database.dataSource()),
                        new TransactionTemplate(database.transactions()));
    }

    private static AuditEvent event(String id, @Nullable String client, String arguments) {
        return new AuditEvent(
                id,
                START,
                Duration.ofMillis(12),
                "server",
                "connection",
                null,
                client,
                "factor",
                "list_users",
                Effect.READ,
                "success",
                null,
                null,
                arguments,
                "",
                "0af7651916cd43dd8448eb211c80319c",
                null);
    }

    private <T> T value(String id, String column, Class<T> type) {
        return jdbc.sql("select %s from audit_event where call_id = :id".formatted(column))
                .param("id", id)
                .query(type)
                .single();
    }

    @Test
    void keepsWhatHappenedAndWhen() {
        log.append(event("1", "a client", "{}"));

        assertThat(value("1", "started_at", OffsetDateTime.class).toInstant()).isEqualTo(START);
        assertThat(value("1", "duration_ms", Long.class)).isEqualTo(12);
        assertThat(value("1", "effect", String.class)).isEqualTo("READ");
        assertThat(value("1", "client", String.class)).isEqualTo("a client");
        assertThat(value("1", "api_token", String.class)).isEqualTo("factor");
        assertThat(value("1", "trace_id", String.class))
                .isEqualTo("0af7651916cd43dd8448eb211c80319c");
    }

    @Test
    void keepsACallOfWhichLittleIsKnown() {
        log.append(event("2", null, "{}"));

        assertThat(value("2", "count(*) - count(client)", Integer.class)).isEqualTo(1);
    }

    @Test
    void takesTextThatADatabaseWouldNotTakeAsItIs() {
        log.append(event("3", "nul \0 and half \ud83d", "\ud83d\ude00".repeat(4000)));

        assertThat(value("3", "client", String.class)).isEqualTo("nul \ufffd and half \ufffd");
        assertThat(value("3", "arguments", String.class)).endsWith("\ud83d\ude00…");
    }

    @Test
    void takesNoSecondRowForACall() {
        log.append(event("4", null, "{}"));

        assertThatThrownBy(() -> log.append(event("4", "other", "{}")))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void keepsEachOfManyThatComeAtOnce() {
        try (var calls = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 300; i++) {
                var id = "many-" + i;
                var _ = calls.submit(() -> log.append(event(id, null, "{}")));
            }
        }

        var kept = "select count(*) from audit_event where call_id like 'many-%'";
        assertThat(jdbc.sql(kept).query(Integer.class).single()).isEqualTo(300);
    }
}
