package dev.oktamcp.security;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// A time as pages for people write it.
public final class PageTime {

    private PageTime() {}

    /// For example `2026-11-21 20:15 UTC`.
    public static String minute(Instant time) {
        var text = time.truncatedTo(ChronoUnit.MINUTES).toString();
        return text.substring(0, 10) + " " + text.substring(11, 16) + " UTC";
    }
}
