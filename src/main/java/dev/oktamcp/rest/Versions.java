package dev.oktamcp.rest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/// Versions of what is stored, as entity tags (RFC 9110, 8.8.3 and 13.1.1).
public final class Versions {

    private Versions() {}

    /// 200 with the version as `ETag`.
    public static <T> ResponseEntity<T> ok(T body, long version) {
        return ResponseEntity.ok().eTag(tag(version)).body(body);
    }

    /// The version as the value of `ETag`.
    public static String tag(long version) {
        return "\"" + version + "\"";
    }

    /// Looks whether the client saw what is there now.
    ///
    /// @param ifMatch the header `If-Match`; null where it is missing
    /// @throws RestException 428 where it is missing, 400 where it is no version, 412 where it is
    ///   another one
    public static void check(@Nullable String ifMatch, long current) {
        if (seen(ifMatch) != current) {
            throw changed(current);
        }
    }

    private static long seen(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw new RestException(
                    HttpStatus.PRECONDITION_REQUIRED,
                    "If-Match is missing: send the version that you saw, such as If-Match: \"3\".");
        }
        try {
            return Long.parseLong(ifMatch.strip().replaceFirst("^\"(\\d+)\"$", "$1"));
        } catch (NumberFormatException e) {
            throw RestException.badRequest(
                            "If-Match must be one version in quotes, such as If-Match: \"3\".")
                    .with("field", HttpHeaders.IF_MATCH);
        }
    }

    /// 412: somebody else changed it meanwhile.
    public static RestException changed(long current) {
        return new RestException(
                        HttpStatus.PRECONDITION_FAILED,
                        "It was changed meanwhile and is at version %d now. Read it again and decide anew."
                                .formatted(current))
                .with("version", current);
    }
}
