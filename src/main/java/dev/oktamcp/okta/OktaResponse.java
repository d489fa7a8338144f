package dev.oktamcp.okta;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

import java.net.URI;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// What Okta answered.
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record OktaResponse(int status, HttpHeaders headers, byte[] body) {

    boolean successful() {
        return status >= 200 && status < 300;
    }

    @Nullable String requestId() {
        return headers.getFirst("X-Okta-Request-Id");
    }

    /// Seconds until the bucket is full again, on Okta's own clock; at least 1.
    Optional<Long> secondsUntilReset() {
        var reset = headers.getFirst("X-Rate-Limit-Reset");
        if (reset == null || !reset.matches("\\d{1,12}")) {
            return Optional.empty();
        }
        return Optional.of(Math.max(1, Long.parseLong(reset) - date().getEpochSecond()));
    }

    private Instant date() {
        var date = headers.getFirst(HttpHeaders.DATE);
        try {
            return date == null
                    ? Instant.now()
                    : ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        } catch (DateTimeParseException e) {
            return Instant.now();
        }
    }

    /// The target of `rel="next"` (RFC 8288), where there is one.
    ///
    /// @throws IllegalArgumentException for a target that is no URI
    Optional<URI> next() {
        return headers.getOrEmpty(HttpHeaders.LINK).stream()
                .flatMap(line -> Links.of(line).stream())
                .filter(link -> "next".equals(link.relation()))
                .map(Links.Link::target)
                .findFirst();
    }
}
