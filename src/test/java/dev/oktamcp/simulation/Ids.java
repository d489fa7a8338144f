package dev.oktamcp.simulation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/// Ids in Okta's shape. The same seed and key give the same id, in whatever order they are asked
/// for, so a test and a demo can rely on them.
final class Ids {

    private static final String BASE62 =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int RESOURCE_LENGTH = 20;
    // ASSUMPTION: the exact length of request and error ids is open; about 25 is what is seen.
    private static final int REQUEST_LENGTH = 25;

    private final long seed;
    private final AtomicLong requests = new AtomicLong();

    Ids(long seed) {
        this.seed = seed;
    }

    /// The id of a resource: three letters for its kind, then 17 that follow from its key.
    String of(String prefix, String key) {
        return id(prefix, key, RESOURCE_LENGTH);
    }

    /// An id that is used once, for a request or an error.
    String next(String prefix) {
        return id(prefix, "#" + requests.incrementAndGet(), REQUEST_LENGTH);
    }

    UUID uuid(String key) {
        return UUID.nameUUIDFromBytes((seed + ":" + key).getBytes(StandardCharsets.UTF_8));
    }

    private String id(String prefix, String key, int length) {
        var digest = digest(seed + ":" + prefix + ":" + key);
        var id = new StringBuilder(prefix);
        for (var at = 0; id.length() < length; at++) {
            id.append(BASE62.charAt(Math.floorMod(digest[at], BASE62.length())));
        }
        return id.toString();
    }

    static byte[] digest(String text) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return sha256.digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
