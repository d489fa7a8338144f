package dev.oktamcp.export;

import dev.oktamcp.store.Seal;
import dev.oktamcp.tool.Caller;
import dev.oktamcp.tool.DocumentContent.Call;
import dev.oktamcp.tool.ExportLinks;
import dev.oktamcp.tool.ToolCall;

import org.springframework.stereotype.Component;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// What a file is of, sealed for the client to carry: good for this server and subject alone, for
/// 24 hours. Nothing of it is stored.
@Component
final class SealedExports implements ExportLinks {

    private static final Duration LIFETIME = Duration.ofHours(24);
    private static final TypeReference<Map<String, Object>> ARGUMENTS = new TypeReference<>() {};

    private final Seal seal;
    private final JsonMapper json;
    private final Clock clock;

    SealedExports(Seal seal, JsonMapper json, Clock clock) {
        this.seal = seal;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Link of(ToolCall call, Map<String, Object> arguments, String ending) {
        var until = Instant.ofEpochSecond(clock.instant().plus(LIFETIME).getEpochSecond());
        var content = json.createObjectNode().put("t", call.definition().name());
        content.put("u", until.getEpochSecond()).set("a", json.valueToTree(arguments));
        var sealed = seal.seal(json.writeValueAsBytes(content), boundTo(call.caller()));
        return new Link(
                "okta://export/%s.%s".formatted(sealed, ending), "/export?id=" + sealed, until);
    }

    /// The call that reads it; empty for what was not given to this caller, or not lately.
    Optional<Call> open(String sealed, Caller caller) {
        return seal.open(sealed, boundTo(caller))
                .map(json::readTree)
                .filter(content -> content.path("u").asLong() >= clock.instant().getEpochSecond())
                .map(content ->
                        new Call(
                                content.path("t").asString(),
                                json.convertValue(content.path("a"), ARGUMENTS),
                                true));
    }

    private static String boundTo(Caller caller) {
        return String.join("|", "export", caller.server().id(), String.valueOf(caller.subject()));
    }
}
