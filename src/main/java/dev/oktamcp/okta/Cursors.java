package dev.oktamcp.okta;

import dev.oktamcp.store.Seal;
import dev.oktamcp.tool.FailureCode;
import dev.oktamcp.tool.Sha256;
import dev.oktamcp.tool.ToolCall;
import dev.oktamcp.tool.ToolException;
import dev.oktamcp.tool.ToolResult;

import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Where a list goes on, sealed for the client to carry: good for this server, subject, tool and
/// arguments alone, for 24 hours.
@Component
final class Cursors {

    private static final Duration LIFETIME = Duration.ofHours(24);

    /// Arguments that may change between two pages of one list.
    private static final Set<String> FREE =
            Set.of("cursor", "limit", "fetch_all", "fields", "response_format");

    private final Seal seal;
    private final JsonMapper json;
    private final Clock clock;

    Cursors(Seal seal, JsonMapper json, Clock clock) {
        this.seal = seal;
        this.json = json;
        this.clock = clock;
    }

    String seal(Continuation continuation, ToolCall call) {
        var bytes = continuation.text().getBytes(StandardCharsets.UTF_8);
        var until = (int) clock.instant().plus(LIFETIME).getEpochSecond();
        return seal.seal(
                ByteBuffer.allocate(4 + bytes.length).putInt(until).put(bytes).array(),
                boundTo(call));
    }

    /// @throws ToolException where the cursor is not of this call, or too old
    Continuation open(String cursor, ToolCall call) {
        var opened =
                ByteBuffer.wrap(seal.open(cursor, boundTo(call)).orElseThrow(Cursors::refused));
        if (Integer.toUnsignedLong(opened.getInt()) < clock.instant().getEpochSecond()) {
            throw refused();
        }
        return Continuation.parse(StandardCharsets.UTF_8.decode(opened).toString());
    }

    private static ToolException refused() {
        return new ToolException(
                ToolResult.Failure.of(
                        FailureCode.INVALID_ARGUMENTS,
                        "This cursor is not valid here: a cursor goes with the same tool and the"
                            + " same arguments (only limit, fetch_all, fields and response_format"
                            + " may differ) and lasts 24 hours. Begin again without a cursor."));
    }

    private String boundTo(ToolCall call) {
        var caller = call.caller();
        return String.join(
                "|",
                "cursor",
                caller.server().id(),
                String.valueOf(caller.subject()),
                call.definition().name(),
                digest(call.arguments()));
    }

    private String digest(Map<String, Object> arguments) {
        var binding = new TreeMap<>(arguments);
        binding.keySet().removeAll(FREE);
        return Base64.getEncoder().encodeToString(Sha256.of(json.writeValueAsBytes(binding)));
    }
}
