package dev.oktamcp.toolset;

import dev.oktamcp.tool.FailureCode;
import dev.oktamcp.tool.ToolException;
import dev.oktamcp.tool.ToolResult;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.regex.Pattern;

/// The time that a log is asked about, as it was understood. Relative times mean the same on every
/// page of a list: as of when they are meant travels in the cursor, before the cursor itself.
///
/// @param asOf now, or when the first page was asked for
/// @param cursor where the list goes on, for `OktaClient`
record LogWindow(
        Instant asOf, @Nullable Instant since, @Nullable Instant until, @Nullable String cursor) {

    static final String SINCE =
            "Begin, in UTC: last 24 hours, 2 hours ago, yesterday, or ISO 8601, for example"
                    + " 2026-01-31T08:00:00Z. A day alone is meant from its beginning";
    static final String UNTIL =
            "End, in UTC, in the same forms, for example 2026-01-31T20:00:00Z or 1 hour ago. A day"
                    + " alone is meant to its end";
    static final String CURSOR = "next_cursor of the answer before; other arguments unchanged";

    private static final Pattern AS_OF = Pattern.compile("([0-9a-z]{1,9})\\.(.+)");

    /// @throws ToolException for a time that is not understood, and for an end before the beginning
    static LogWindow of(
            @Nullable String since, @Nullable String until, @Nullable String cursor, Instant now) {
        var carried = AS_OF.matcher(cursor == null ? "" : cursor);
        var asOf =
                carried.matches()
                        ? Instant.ofEpochMilli(
                                Long.parseLong(carried.group(1), Character.MAX_RADIX))
                        : now;
        var times = new TimeExpressions(asOf);
        return new LogWindow(
                        asOf,
                        since == null ? null : times.begin("since", since),
                        until == null ? null : times.end("until", until),
                        carried.matches() ? carried.group(2) : cursor)
                .checked();
    }

    private LogWindow checked() {
        if (since != null && until != null && !since.isBefore(until)) {
            throw new ToolException(
                    ToolResult.Failure.of(
                            FailureCode.INVALID_ARGUMENTS,
                            "since, understood as %s, is not before until, understood as %s. Give an earlier since or a later until."
                                    .formatted(since, until)));
        }
        return this;
    }

    /// The same with both ends: to now unless given, and 24 hours before that.
    LogWindow bounded() {
        var end = until == null ? asOf : until;
        return new LogWindow(asOf, since == null ? end.minusSeconds(24 * 3600) : since, end, cursor)
                .checked();
    }

    /// What to hand out for the next page.
    @Nullable String next(@Nullable String nextCursor) {
        return nextCursor == null
                ? null
                : Long.toString(asOf.toEpochMilli(), Character.MAX_RADIX) + "." + nextCursor;
    }
}
