package dev.oktamcp.simulation;

import java.time.Instant;
import java.util.regex.Pattern;

/// A place in the System Log: behind the event with this time and sequence.
///
/// The start of a bounded query travels in the cursor, because `since` and `after` exclude each
/// other and a descending query would otherwise run past it.
///
/// @param sequence 0 in front of the first event of that time
record LogCursor(Instant published, long sequence, Instant since) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,14})_(\\d{1,10})(?:_(\\d{1,14}))?");

    static LogCursor before(Instant since) {
        return new LogCursor(since, 0, since);
    }

    static LogCursor behind(SystemLog.Stored event, Instant since) {
        return new LogCursor(event.published(), event.sequence(), since);
    }

    static LogCursor parse(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw OktaError.of(ErrorCode.E0000029);
        }
        var published = Instant.ofEpochMilli(Long.parseLong(parts.group(1)));
        var since = parts.group(3);
        return new LogCursor(
                published,
                Long.parseLong(parts.group(2)),
                since == null ? published : Instant.ofEpochMilli(Long.parseLong(since)));
    }

    String text(boolean withSince) {
        var place = published.toEpochMilli() + "_" + sequence;
        return withSince ? place + "_" + since.toEpochMilli() : place;
    }
}
