package dev.oktamcp.mcp;

import dev.oktamcp.store.Seal;
import dev.oktamcp.tool.Caller;

import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes session ids and reads them again. An id is good for the server and subject that it was
/// made for, and is never a proof of who calls: the URL is.
@Component
final class Sessions {

    private static final Duration LIFETIME = Duration.ofHours(24);

    private final SecureRandom random = new SecureRandom();
    private final Set<String> ended = Collections.newSetFromMap(new Latest());
    private final Seal seal;
    private final JsonMapper json;
    private final Clock clock;

    Sessions(Seal seal, JsonMapper json, Clock clock) {
        this.seal = seal;
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
        return seal.open(sealed, boundTo(caller))
                .map(bytes -> json.readValue(bytes, Session.class))
                .filter(session -> clock.instant().isBefore(session.started().plus(LIFETIME)))
                .filter(session -> !ended(session));
    }

    /// Ends a session. The latest ends are remembered; see the decision on sealed sessions.
    void end(Session session) {
        synchronized (ended) {
            ended.add(session.id());
        }
    }

    private boolean ended(Session session) {
        synchronized (ended) {
            return ended.contains(session.id());
        }
    }

    private static final class Latest extends LinkedHashMap<String, Boolean> {

        private static final long serialVersionUID = 1L;
        private static final int MOST = 10_000;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST;
        }
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
