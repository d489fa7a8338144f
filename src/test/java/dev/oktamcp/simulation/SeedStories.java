package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What went on in a large org beside the ordinary: a password spray, an impossible journey, and
/// the account of someone who had left.
final class SeedStories {

    static final String SPRAYER = "198.51.100.66";
    static final String TRAVELLER = "grace.hopper@example.com";
    static final String LEAVER = "edsger.dijkstra@example.com";

    private static final int SPRAYED = 40;

    private final Store store;
    private final Instant now;
    private final List<LogEntry> entries = new ArrayList<>();

    SeedStories(Store store) {
        this.store = store;
        this.now = store.clock().instant();
    }

    List<LogEntry> tell() {
        tellSpray();
        store.users().withProfile("login", TRAVELLER).ifPresent(this::tellJourney);
        store.users().withProfile("login", LEAVER).ifPresent(this::tellLeaver);
        return entries;
    }

    /// One address tries one password on many accounts, and gets into the last.
    private void tellSpray() {
        var start = now.minus(Duration.ofDays(3));
        var tried = store.users().with("status", "ACTIVE").stream().limit(SPRAYED).toList();
        for (var attempt = 0; attempt < tried.size(); attempt++) {
            var reason = attempt == tried.size() - 1 ? "" : "INVALID_CREDENTIALS";
            var time = start.plusSeconds(12L * attempt);
            add(tried.get(attempt), LogEventType.SESSION_START, time, reason, Place.ALL.get(1));
        }
    }

    private void tellJourney(ObjectNode user) {
        var start = now.minus(Duration.ofDays(5));
        add(user, LogEventType.SESSION_START, start, "", Place.home());
        var later = start.plus(Duration.ofMinutes(25));
        add(user, LogEventType.SESSION_START, later, "", Place.ALL.getLast());
    }

    /// Somebody uses the account after the deactivation that the log already tells.
    private void tellLeaver(ObjectNode user) {
        var later = now.minus(Duration.ofDays(2));
        add(user, LogEventType.SESSION_START, later, "", Place.ALL.getLast());
        var soon = later.plusSeconds(40);
        add(user, LogEventType.SINGLE_SIGN_ON, soon, "", Place.ALL.getLast());
    }

    private void add(ObjectNode user, LogEventType type, Instant time, String reason, Place place) {
        var origin =
                new Origin(
                        store.ids().next("req"),
                        "/idp/idx/identify",
                        "python-requests/2.32",
                        SPRAYER,
                        place,
                        "");
        var result = reason.isEmpty() ? "SUCCESS" : "FAILURE";
        var party = Party.user(user);
        entries.add(new LogEntry(type, time, party, List.of(party), result, reason, origin));
    }
}
