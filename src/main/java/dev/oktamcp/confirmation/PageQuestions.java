package dev.oktamcp.confirmation;

import dev.oktamcp.server.PublicUrl;
import dev.oktamcp.tool.Caller;
import dev.oktamcp.tool.FailureCode;
import dev.oktamcp.tool.Sha256;
import dev.oktamcp.tool.ToolCall;
import dev.oktamcp.tool.ToolResult;

import org.springframework.stereotype.Component;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/// Asks where the client can't be asked: on a page that a human opens. The call is refused with its
/// address, and comes again when somebody has said yes there.
@Component
final class PageQuestions {

    private static final Duration LAPSES_AFTER = Duration.ofMinutes(15);

    private final Confirmations confirmations;
    private final PublicUrl publicUrl;
    private final JsonMapper json;
    private final Clock clock;

    PageQuestions(Confirmations confirmations, PublicUrl publicUrl, JsonMapper json, Clock clock) {
        this.confirmations = confirmations;
        this.publicUrl = publicUrl;
        this.json = json;
        this.clock = clock;
    }

    /// Uses up the yes that was given to exactly this.
    ///
    /// @return empty where there was one; why not, where not
    Optional<ToolResult> refusal(ToolCall call, Question question) {
        var key = key(call);
        var open = confirmations.open(key).orElse(null);
        if (open == null) {
            return Optional.of(asked(call, key, question));
        }
        if (open.approved() == null) {
            return Optional.of(
                    open.about().equals(question.about())
                            ? waiting(open)
                            : asked(call, key, question));
        }
        return decided(call, open, question);
    }

    private Optional<ToolResult> decided(ToolCall call, Confirmation open, Question question) {
        if (!confirmations.spend(open)) {
            return Optional.of(asked(call, open.callKey(), question));
        }
        if (!Boolean.TRUE.equals(open.approved())) {
            return Optional.of(NotConfirmed.no());
        }
        if (!open.about().equals(question.about())) {
            return Optional.of(NotConfirmed.changed());
        }
        call.confirmed("page: %s, as asked by %s".formatted(open.decidedBy(), open.callId()));
        return Optional.empty();
    }

    private ToolResult asked(ToolCall call, String key, Question question) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var asked =
                new Confirmation(
                        UUID.randomUUID().toString(),
                        call.id(),
                        call.caller().server().id(),
                        call.caller().connectionId(),
                        key,
                        question.about(),
                        call.definition().name(),
                        call.caller().access().apiToken(),
                        question.linesFor(call.caller()),
                        now,
                        now.plus(LAPSES_AFTER),
                        null,
                        null);
        confirmations.insert(asked);
        confirmations.endOlder(asked);
        return waiting(asked);
    }

    private ToolResult waiting(Confirmation asked) {
        var url = publicUrl.of("/confirm/" + asked.id());
        var until = asked.lapsesAt().truncatedTo(ChronoUnit.SECONDS);
        var details = JsonNodeFactory.instance.objectNode();
        details.put("confirm_url", url).put("lapses_at", until.toString());
        return new ToolResult.Failure(
                FailureCode.NOT_CONFIRMED,
                "Nothing was changed. It needs a human's yes, and this client can't be asked. Give the user this address: %s There a person who may approve it signs in, sees what would happen and decides, until %s. After a yes, call again with the same arguments."
                        .formatted(url, until),
                details,
                null);
    }

    /// The same for the same call by the same caller, and for no other.
    private String key(ToolCall call) {
        var arguments =
                json.writer()
                        .with(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
                        .with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                        .writeValueAsString(call.arguments());
        var all = who(call.caller()) + "|" + call.definition().name() + "|" + arguments;
        return HexFormat.of().formatHex(Sha256.of(all.getBytes(StandardCharsets.UTF_8)));
    }

    private static String who(Caller caller) {
        return String.join(
                "|",
                caller.server().id(),
                String.valueOf(caller.subject()),
                String.valueOf(caller.access().apiToken()));
    }
}
