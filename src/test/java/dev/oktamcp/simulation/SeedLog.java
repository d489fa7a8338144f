package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/// Ninety days of System Log: mostly people at work, some mistakes, some administration, and how
/// users came into their status.
final class SeedLog {

    private static final long DAYS_AS_MILLIS = Duration.ofDays(89).toMillis();
    private static final int LARGE = 10_000;
    private static final List<String> IN_USE = List.of("Wiki", "Mail", "Chat", "Travel");
    private static final String BROWSER =
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:140.0) Gecko/20100101 Firefox/140.0";

    private final Store store;
    private final Random random;
    private final Instant now;
    private final List<LogEntry> entries = new ArrayList<>();

    SeedLog(Store store, Random random) {
        this.store = store;
        this.random = random;
        this.now = store.clock().instant();
    }

    void write(int count) {
        entries.addAll(new SeedChanges(store, random).tell(count));
        if (count >= LARGE) {
            entries.addAll(new SeedStories(store).tell());
        }
        var active =
                store.users().all().stream()
                        .filter(user -> Json.text(user, "status").equals("ACTIVE"))
                        .toList();
        while (entries.size() < count) {
            var time = now.minusMillis(1 + random.nextLong(DAYS_AS_MILLIS));
            addOrdinary(active.get(random.nextInt(active.size())), time);
        }
        entries.sort(Comparator.comparing(LogEntry::published));
        entries.forEach(store.log()::write);
    }

    private void addOrdinary(ObjectNode user, Instant time) {
        var kind = random.nextInt(100);
        if (kind < 45) {
            addSuccess(user, LogEventType.SESSION_START, time);
        } else if (kind < 65) {
            addSuccess(user, LogEventType.SINGLE_SIGN_ON, time);
        } else if (kind < 77) {
            addSuccess(user, LogEventType.MULTIFACTOR, time);
        } else if (kind < 81) {
            var party = Party.user(user);
            entries.add(LogEntry.wrongPassword(time, party, origin(store, party)));
        } else if (kind < 85) {
            addFailure(user, LogEventType.SESSION_START, time, "INVALID_CREDENTIALS");
        } else if (kind < 92) {
            add(Party.user(user), user, LogEventType.SIGN_ON_POLICY, time, "ALLOW", "");
        } else {
            addAdministration(user, time);
        }
    }

    private void addAdministration(ObjectNode user, Instant time) {
        var types =
                List.of(
                        LogEventType.PROFILE_UPDATE,
                        LogEventType.PASSWORD_RESET,
                        LogEventType.MEMBER_ADD,
                        LogEventType.MEMBER_REMOVE,
                        LogEventType.USER_CREATE);
        var administrator = new AdminActions(store).owner();
        var type = types.get(random.nextInt(types.size()));
        add(Party.user(administrator), user, type, time, "SUCCESS", "");
    }

    private void addSuccess(ObjectNode user, LogEventType type, Instant time) {
        add(Party.user(user), user, type, time, "SUCCESS", "");
    }

    private void addFailure(ObjectNode user, LogEventType type, Instant time, String reason) {
        add(Party.user(user), user, type, time, "FAILURE", reason);
    }

    private void add(
            Party actor,
            ObjectNode user,
            LogEventType type,
            Instant time,
            String result,
            String reason) {
        entries.add(
                new LogEntry(
                        type,
                        time,
                        actor,
                        targets(type, user),
                        result,
                        reason,
                        origin(store, actor)));
    }

    private List<Party> targets(LogEventType type, ObjectNode user) {
        return switch (type) {
            case MEMBER_ADD, MEMBER_REMOVE -> List.of(Party.user(user), Party.group(group(user)));
            case SINGLE_SIGN_ON -> List.of(app(user));
            default -> List.of(Party.user(user));
        };
    }

    /// Each has a favourite; nobody opens the others.
    private Party app(ObjectNode user) {
        var favourite = Math.floorMod(Json.text(user, "id").hashCode(), IN_USE.size());
        var label = IN_USE.get(favourite);
        return new Party(store.ids().of("0oa", label), "AppInstance", label, label);
    }

    private ObjectNode group(ObjectNode user) {
        var department = Json.text(user.path("profile"), "department");
        return store.groups().get(store.ids().of("00g", department));
    }

    /// A person is always at the same place; the networks are reserved for examples.
    static Origin origin(Store store, Party actor) {
        var home = Math.floorMod(actor.id().hashCode(), Place.ALL.size());
        return new Origin(
                store.ids().next("req"),
                "/idp/idx/identify",
                BROWSER,
                "203.0.113." + (10 + home),
                Place.ALL.get(home),
                "");
    }
}
