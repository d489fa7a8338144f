package dev.oktamcp.tool;

import java.time.Instant;
import java.util.UUID;

/// Names calls. Later ones sort behind earlier ones (RFC 9562, version 7), so that rows of calls
/// that come together lie together in an index and are written with few pages.
final class CallId {

    private static final long VERSION = 0x7000;
    private static final long RANDOM = 0x0fff;

    private CallId() {}

    static String at(Instant now) {
        var random = UUID.randomUUID();
        var high = random.getMostSignificantBits() & RANDOM;
        return new UUID(now.toEpochMilli() << 16 | VERSION | high, random.getLeastSignificantBits())
                .toString();
    }
}
