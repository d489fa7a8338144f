package dev.oktamcp.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Optional;

/// Which part of the System Log a query reads, and in which order.
///
/// Polling (no `until`, ascending) follows the order of storing and never ends; a bounded query
/// follows the events' own times and does.
record LogWindow(
        boolean polling, boolean descending, LogCursor from, boolean resumed, Instant until) {

    private static final Duration USUAL = Duration.ofDays(7);
    private static final Duration FARTHEST = Duration.ofDays(180);
    private static final Comparator<SystemLog.Stored> BY_STORING =
            Comparator.comparingLong(SystemLog.Stored::sequence);
    private static final Comparator<SystemLog.Stored> BY_TIME =
            Comparator.comparing(SystemLog.Stored::published).thenComparing(BY_STORING);

    static LogWindow of(Query query, Instant now) {
        var descending = isDescending(query);
        var polling = query.get("until").isEmpty() && !descending;
        var until = query.get("until").map(LogWindow::time).orElse(now.plusMillis(1));
        var after = query.get("after").map(LogCursor::parse);
        var since = query.get("since").map(LogWindow::time);
        if (after.isPresent() && since.isPresent()) {
            // ASSUMPTION: both together are refused, as a paging error.
            throw OktaError.of(ErrorCode.E0000029);
        }
        refuseTooFar(since, now);
        var start = LogCursor.before(since.orElse(until.minus(USUAL)));
        return new LogWindow(polling, descending, after.orElse(start), after.isPresent(), until);
    }

    private static void refuseTooFar(Optional<Instant> since, Instant now) {
        if (since.isPresent() && since.get().isBefore(now.minus(FARTHEST))) {
            throw OktaError.badLogFilter("The start of the query is more than 180 days ago");
        }
    }

    /// ASSUMPTION: another value is refused, with the general code.
    private static boolean isDescending(Query query) {
        return switch (query.get("sortOrder").orElse("ASCENDING")) {
            case "ASCENDING" -> false;
            case "DESCENDING" -> true;
            default -> throw OktaError.invalid("sortOrder", "sortOrder: The value is unknown");
        };
    }

    /// ASSUMPTION: a time that cannot be read has the code that Okta keeps for dates.
    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw OktaError.of(ErrorCode.E0000030);
        }
    }

    /// ASSUMPTION: an event at `since` belongs to the window, one at `until` does not.
    boolean contains(SystemLog.Stored event) {
        if (polling) {
            return from.sequence() > 0
                    ? event.sequence() > from.sequence()
                    : !event.published().isBefore(from.published());
        }
        return !event.published().isBefore(from.since())
                && event.published().isBefore(until)
                && (!resumed || isBehindCursor(event));
    }

    private boolean isBehindCursor(SystemLog.Stored event) {
        var byTime = event.published().compareTo(from.published());
        var order = byTime != 0 ? byTime : Long.compare(event.sequence(), from.sequence());
        return descending ? order < 0 : order > 0;
    }

    Comparator<SystemLog.Stored> order() {
        if (polling) {
            return BY_STORING;
        }
        return descending ? BY_TIME.reversed() : BY_TIME;
    }

    /// Where the next page begins; a polling query without new events stays where it is.
    String cursorBehind(Optional<SystemLog.Stored> last) {
        var cursor = last.map(event -> LogCursor.behind(event, from.since())).orElse(from);
        return cursor.text(!polling);
    }
}
