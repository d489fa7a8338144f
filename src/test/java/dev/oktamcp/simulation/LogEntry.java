package dev.oktamcp.simulation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/// One thing that happened, before it is written as a System Log event.
///
/// @param reason why it went as it did, or empty
/// @param debug what `debugData` has beside what it has of every event
record LogEntry(
        LogEventType type,
        Instant published,
        Party actor,
        List<Party> targets,
        String result,
        String reason,
        Origin origin,
        Map<String, String> debug) {

    LogEntry {
        published = published.truncatedTo(ChronoUnit.MILLIS);
        targets = List.copyOf(targets);
        debug = Map.copyOf(debug);
    }

    LogEntry(
            LogEventType type,
            Instant published,
            Party actor,
            List<Party> targets,
            String result,
            String reason,
            Origin origin) {
        this(type, published, actor, targets, result, reason, origin, Map.of());
    }

    /// On Identity Engine the password is an authenticator: a wrong one is a factor that failed.
    static LogEntry wrongPassword(Instant published, Party user, Origin origin) {
        return new LogEntry(
                LogEventType.MULTIFACTOR,
                published,
                user,
                List.of(user, Party.password(user)),
                "FAILURE",
                "INVALID_CREDENTIALS",
                origin,
                Map.of("factor", "PASSWORD_AS_FACTOR", "factorIntent", "AUTHENTICATION"));
    }

    boolean failed() {
        return result.equals("FAILURE");
    }
}
