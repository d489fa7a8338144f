package dev.oktamcp.mcp;

import dev.oktamcp.store.Seal;
import dev.oktamcp.tool.Caller;

import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/// Makes session ids and reads them again. An id is good for the server and subject that it was
/// made for, and is never a proof of who calls: the URL is.
@Component
final class Sessions {

    /// From its begin, whatever becomes of it.
    static final Duration LIFETIME = Duration.ofHours(24);

    private final SecureRandom random = new SecureRandom();
    private final OpenedSessions opened;
    private final Seal seal;
    private final EndedSessions ended;
    private final JsonMapper json;
    private final Clock clock;

    Sessions(Seal seal, EndedSessions ended, JsonMapper json, Clock clock) {
        this.opened = new OpenedSessions(seal);
        this.seal = seal;
        this.ended = ended;
        this.json = json;
        this.clock = clock;
    }

    /// @param params of `initialize`
    /// @param version of the protocol, as it was settled
    Session create(ObjectNode params, String version) {
        var id = new byte[8];
        random.nextBytes(id);
        var client = ClientFacts.of(params.path("clientInfo"), params.path("capabilities"));
        return new Session(
                HexFormat.of().formatHex(id),
                version,
                ProtocolVersions.elicits(version) ? client : client.withoutForms(),
                clock.instant().getEpochSecond());
    }

    String seal(Session session, Caller caller) {
        return seal.seal(json.writeValueAsBytes(session), boundTo(caller));
    }

    /// Empty for an id that is not of this caller, too old, or ended.
    Optional<Session> open(String sealed, Caller caller) {
        return opened.open(sealed, boundTo(caller), bytes -> json.readValue(bytes, Session.class))
                .filter(session -> clock.instant().isBefore(session.started().plus(LIFETIME)))
                .filter(session -> !ended.has(session, caller));
    }

    private static String boundTo(Caller caller) {
        return String.join(
                "|",
                "session",
                caller.server().id(),
                String.valueOf(caller.subject()),
                String.valueOf(caller.access().apiToken()));
    }
}
