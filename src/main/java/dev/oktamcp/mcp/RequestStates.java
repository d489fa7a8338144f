package dev.oktamcp.mcp;

import dev.oktamcp.store.Seal;
import dev.oktamcp.store.UsedOnce;
import dev.oktamcp.tool.Caller;
import dev.oktamcp.tool.FailureCode;
import dev.oktamcp.tool.Sha256;
import dev.oktamcp.tool.ToolException;
import dev.oktamcp.tool.ToolResult;

import org.springframework.stereotype.Component;

import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// How far a request has come that its client was asked about: sealed, so that any replica can go
/// on with it; for this caller and this request alone, for a while, and once (2026-07-28, Multi
/// Round-Trip Requests, Server Requirements).
@Component
final class RequestStates {

    /// @param id tells states apart
    /// @param request a digest of it
    /// @param asked the keys of what the client was asked for last
    /// @param answers what it gave before that
    /// @param about what its answers are about, by their keys
    record State(
            String id,
            long lapsesAt,
            String request,
            Set<String> asked,
            Map<String, ObjectNode> answers,
            Map<String, String> about) {}

    private final Seal seal;
    private final UsedOnce used;
    private final JsonMapper json;
    private final McpProperties properties;
    private final Clock clock;

    RequestStates(
            Seal seal, UsedOnce used, JsonMapper json, McpProperties properties, Clock clock) {
        this.seal = seal;
        this.used = used;
        this.json = json;
        this.properties = properties;
        this.clock = clock;
    }

    String seal(Message.Request request, Caller caller, Set<String> asked, RoundTrip known) {
        var lapses = clock.instant().plus(properties.questionLapsesAfter()).getEpochSecond();
        var id = UUID.randomUUID().toString();
        var state = new State(id, lapses, digest(request), asked, known.answers(), known.about());
        return seal.seal(json.writeValueAsBytes(state), boundTo(caller));
    }

    /// Reads a state that came back.
    ///
    /// @throws ProtocolException where we did not give it, or not for this, or not any more
    State open(String sealed, Message.Request request, Caller caller) {
        var state =
                seal.open(sealed, boundTo(caller))
                        .map(bytes -> json.readValue(bytes, State.class))
                        .filter(given -> given.request().equals(digest(request)))
                        .orElseThrow(() -> refused("is not one that was given for this request"));
        if (!clock.instant().isBefore(lapses(state))) {
            throw refused("has lapsed");
        }
        return state;
    }

    private static Instant lapses(State state) {
        return Instant.ofEpochSecond(state.lapsesAt());
    }

    /// Spends a state, when its answers are needed and not before: a request that is refused for
    /// other reasons may come again with it.
    ///
    /// @throws ToolException where it was used already
    void use(State state) {
        if (!used.take(state.id(), lapses(state))) {
            var failure =
                    ToolResult.Failure.of(FailureCode.NOT_CONFIRMED, words("was used already"));
            throw new ToolException(failure);
        }
    }

    private static ProtocolException refused(String why) {
        return ProtocolException.params(words(why));
    }

    private static String words(String why) {
        return "The requestState %s; nothing was done. Send the request without it, to be asked again."
                .formatted(why);
    }

    private String digest(Message.Request request) {
        var salient = request.params().deepCopy();
        salient.remove(Set.of("_meta", "inputResponses", "requestState"));
        var text =
                json.writer()
                        .with(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
                        .writeValueAsString(salient);
        var all = (request.method() + " " + text).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(Sha256.of(all));
    }

    private static String boundTo(Caller caller) {
        return String.join(
                "|",
                "state",
                caller.server().id(),
                String.valueOf(caller.subject()),
                String.valueOf(caller.access().apiToken()));
    }
}
