package dev.oktamcp.mcp;

import static dev.oktamcp.mcp.ProtocolException.INTERNAL_ERROR;

import dev.oktamcp.store.DatabaseAway;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sees to it that every request gets its reply, and that nothing of the server's inside is in it.
final class Guard {

    private static final Logger log = LoggerFactory.getLogger(Guard.class);

    private static final String MISTAKE = "The server made a mistake; its log has the cause.";

    private Guard() {}

    static void answering(Message message, Reply reply, Runnable work) {
        try {
            work.run();
        } catch (ProtocolException e) {
            reply.fail(e.to(message));
        } catch (RuntimeException | Error e) {
            log.error("A message could not be handled", e);
            reply.fail(shown(e).to(message));
        }
    }

    /// What is said of a mistake of ours.
    static ProtocolException shown(Throwable mistake) {
        return DatabaseAway.causes(mistake)
                ? new ProtocolException(503, INTERNAL_ERROR, DatabaseAway.AMID)
                : new ProtocolException(500, INTERNAL_ERROR, MISTAKE);
    }
}
