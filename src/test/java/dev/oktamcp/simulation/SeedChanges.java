package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// How seeded users came into their status: some locked themselves out, the others were changed by
/// the administrator. The user and the log tell the same time.
final class SeedChanges {

    private static final int FAILURES = 5;
    private static final int MOST_DAYS = 80;
    private static final Duration LEFT = Duration.ofDays(10);
    private static final Duration LOCKED = Duration.ofDays(1);

    private final Store store;
    private final Random random;
    private final List<LogEntry> entries = new ArrayList<>();

    SeedChanges(Store store, Random random) {
        this.store = store;
        this.random = random;
    }

    /// @param room how many events there can be; whoever's do not fit keeps the old times
    List<LogEntry> tell(int room) {
        for (var user : store.users().all()) {
            if (entries.size() + FAILURES < room) {
                tell(user);
            }
        }
        return entries;
    }

    private void tell(ObjectNode user) {
        switch (UserLifecycle.status(user)) {
            case LOCKED_OUT -> tellLock(user, changed(user));
            case SUSPENDED -> byAdministrator(user, LogEventType.USER_SUSPEND);
            case DEPROVISIONED -> byAdministrator(user, LogEventType.USER_DEACTIVATE);
            case PASSWORD_EXPIRED -> byAdministrator(user, LogEventType.PASSWORD_EXPIRE);
            case RECOVERY -> byAdministrator(user, LogEventType.PASSWORD_RESET);
            case STAGED, PROVISIONED, ACTIVE -> {}
        }
    }

    /// Wrong passwords, then the lock.
    private void tellLock(ObjectNode user, Instant locked) {
        for (var attempt = FAILURES; attempt > 0; attempt--) {
            var time = locked.minusSeconds(20L * attempt);
            addFailure(user, LogEventType.SESSION_START, time, "INVALID_CREDENTIALS");
        }
        addFailure(user, LogEventType.ACCOUNT_LOCK, locked, "LOCKED_OUT");
    }

    private void addFailure(ObjectNode user, LogEventType type, Instant time, String reason) {
        var party = Party.user(user);
        var origin = SeedLog.origin(store, party);
        entries.add(new LogEntry(type, time, party, List.of(party), "FAILURE", reason, origin));
    }

    private void byAdministrator(ObjectNode user, LogEventType type) {
        var actor = Party.user(new AdminActions(store).owner());
        var targets = List.of(Party.user(user));
        var origin = SeedLog.origin(store, actor);
        entries.add(new LogEntry(type, changed(user), actor, targets, "SUCCESS", "", origin));
    }

    /// The time of the change, which the user then carries.
    private Instant changed(ObjectNode user) {
        var ago =
                switch (Store.login(user)) {
                    case SeedPeople.LOCKED_OUT -> LOCKED;
                    case SeedStories.LEAVER -> LEFT;
                    default -> Duration.ofMinutes(random.nextLong(60, MOST_DAYS * 24L * 60));
                };
        var time = store.clock().instant().minus(ago).truncatedTo(ChronoUnit.MILLIS);
        user.put("statusChanged", Json.time(time)).put("lastUpdated", Json.time(time));
        return time;
    }
}
