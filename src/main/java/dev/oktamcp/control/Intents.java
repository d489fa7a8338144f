package dev.oktamcp.control;

import dev.oktamcp.store.Rows;
import dev.oktamcp.tool.Sha256;
import dev.oktamcp.tool.ToolCall;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.UUID;

/// What was about to be changed or to leave as a file, stored before it was tried: a crash leaves a
/// trace.
@Component
class Intents {

    private static final Logger log = LoggerFactory.getLogger(Intents.class);

    /// Longer than any is let run.
    private static final Duration LONGEST_DOWNLOAD = Duration.ofHours(1);

    private final String owner = UUID.randomUUID().toString();
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final LimitProperties properties;

    Intents(JdbcClient jdbc, JsonMapper json, Clock clock, LimitProperties properties) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.properties = properties;
    }

    void begin(ToolCall call) {
        var now = clock.instant();
        jdbc.sql(
                        """
                        insert into intent
                               (call_id, server_id, tool, effect, arguments_digest,
                                owner, started_at, lease_until)
                        values (:id, :serverId, :tool, :effect, :digest,
                                :owner, :startedAt, :leaseUntil)
                        """)
                .param("id", call.id())
                .param("serverId", call.caller().server().id())
                .param("tool", call.definition().name())
                .param("effect", call.definition().effect().name())
                .param("digest", digest(call))
                .param("owner", owner)
                .param("startedAt", Rows.time(now))
                .param("leaseUntil", Rows.time(lease(call, now)))
                .update();
    }

    /// A download goes on as long as it gets on.
    private Instant lease(ToolCall call, Instant now) {
        return now.plus(call.rows().isEmpty() ? properties.lease() : LONGEST_DOWNLOAD);
    }

    void end(String callId, String outcome) {
        jdbc.sql("update intent set outcome = :outcome where call_id = :id")
                .param("outcome", outcome)
                .param("id", callId)
                .update();
    }

    /// What was begun and never ended, because its server died, may have happened.
    @Scheduled(fixedDelayString = "${okta-mcp.limits.lease:2m}")
    void findLost() {
        var lost =
                jdbc.sql(
                                """
                                update intent
                                   set outcome = 'OUTCOME_UNKNOWN'
                                 where outcome is null and lease_until < :now
                                """)
                        .param("now", Rows.time(clock.instant()))
                        .update();
        if (lost > 0) {
            log.warn(
                    "{} calls have no known outcome, since their server ended first: see table"
                            + " intent",
                    lost);
        }
    }

    private String digest(ToolCall call) {
        var sorted = json.writeValueAsBytes(new TreeMap<>(call.arguments()));
        return HexFormat.of().formatHex(Sha256.of(sorted));
    }
}
