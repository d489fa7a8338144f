package dev.oktamcp.okta;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// Reads the header `Date` (RFC 9110, section 5.6.7). The answers of one second all say the same,
/// so that the last one read is kept.
final class HttpDate {

    private record Read(String text, Instant instant) {}

    private static volatile @Nullable Read last;

    private HttpDate() {}

    /// Empty for what is no date.
    static Optional<Instant> of(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        var known = last;
        if (known != null && known.text().equals(text)) {
            return Optional.of(known.instant());
        }
        try {
            var read = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            last = new Read(text, read);
            return Optional.of(read);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
