package dev.oktamcp.mcp;

import dev.oktamcp.store.Seal;

import org.springframework.stereotype.Component;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;

/// Makes the ids of questions, and tells at any replica whether one was made for a session and can
/// still be open somewhere: what nobody asked is not passed on.
@Component
class QuestionIds {

    private final SecureRandom random = new SecureRandom();
    private final Seal seal;
    private final Clock clock;

    QuestionIds(Seal seal, Clock clock) {
        this.seal = seal;
        this.clock = clock;
    }

    String create(Session session, Instant lapses) {
        var content =
                ByteBuffer.allocate(2 * Long.BYTES)
                        .putLong(lapses.getEpochSecond())
                        .putLong(random.nextLong());
        return seal.seal(content.array(), boundTo(session));
    }

    boolean mayBeOpen(String id, Session session) {
        return seal.open(id, boundTo(session))
                .map(content -> Instant.ofEpochSecond(ByteBuffer.wrap(content).getLong()))
                .filter(clock.instant()::isBefore)
                .isPresent();
    }

    private static String boundTo(Session session) {
        return "question|" + session.id();
    }
}
