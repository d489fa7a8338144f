package dev.oktamcp.simulation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// One thing that happened, before it is written as a System Log event.
///
/// @param reason why it went as it did, or empty
record LogEntry(
        LogEventType type,
        Instant published,
        Party actor,
        List<Party> targets,
        String result,
        String reason,
        Origin origin) {

    LogEntry {
        published = published.truncatedTo(ChronoUnit.MILLIS);
        targets = List.copyOf(targets);
    }

    boolean failed() {
        return result.equals("FAILURE");
    }
}
