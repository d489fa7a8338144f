package dev.oktamcp.mcp;

import dev.oktamcp.tool.Caller;
import dev.oktamcp.tool.Seal;

import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Makes session ids and reads them again. An id is good for the server and subject that it was
/// made for, and is never a proof of who calls: the URL is.
@Component
final class Sessions {

    private static final Duration LIFETIME = Duration.ofHours(24);
    private static final int LONGEST_CLIENT = 60;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Instant> ended = new ConcurrentHashMap<>();
    private final Seal seal;
    private final JsonMapper json;
    private final Clock clock;

    Sessions(Seal seal, JsonMapper json, Clock clock) {
        this.seal = seal;
        this.json = json;
        this.clock = clock;
    }

    /// @param params of `initialize`
    Session create(ObjectNode params) {
        var id = new byte[8];
        random.nextBytes(id);
        var version = ProtocolVersions.negotiated(params.path("protocolVersion").asString(""));
        var client = params.path("clientInfo").path("name").asString("unknown");
        return new Session(
                HexFormat.of().formatHex(id),
                version,
                client.length() > LONGEST_CLIENT ? client.substring(0, LONGEST_CLIENT) : client,
                ProtocolVersions.elicits(version) && elicits(params),
                clock.instant().getEpochSecond());
    }

    /// An empty `elicitation` means forms (2025-11-25, Elicitation, Capabilities).
    private static boolean elicits(ObjectNode params) {
        var elicitation = params.path("capabilities").path("elicitation");
        return elicitation.isObject() && (elicitation.isEmpty() || elicitation.has("form"));
    }

    String seal(Session session, Caller caller) {
        return seal.seal(json.writeValueAsBytes(session), boundTo(caller));
    }

    /// Empty for an id that is not of this caller, too old, or ended.
    Optional<Session> open(String sealed, Caller caller) {
        return seal.open(sealed, boundTo(caller))
                .map(bytes -> json.readValue(bytes, Session.class))
                .filter(session -> clock.instant().isBefore(session.started().plus(LIFETIME)))
                .filter(session -> !ended.containsKey(session.id()));
    }

    /// What is ended is remembered for as long as its id would have been good.
    void end(Session session) {
        var now = clock.instant();
        ended.values().removeIf(until -> until.isBefore(now));
        ended.put(session.id(), session.started().plus(LIFETIME));
    }

    private static String boundTo(Caller caller) {
        return "session|" + caller.server().id() + "|" + caller.subject();
    }
}
