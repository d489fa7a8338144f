package dev.oktamcp.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// A token of ours: an id, which may be known, and a secret of 256 random bits, which is shown
/// once. Written `id.secret`.
public record Token(String id, String secret) {

    private static final Pattern FORM =
            Pattern.compile("([a-z0-9-]{3,36})\\.([A-Za-z0-9_-]{20,100})");
    private static final SecureRandom RANDOM = new SecureRandom();

    /// The hash of nothing, to compare with where no token is known: the same work.
    private static final String NO_HASH = "0".repeat(64);

    /// A new one with a new id of 48 random bits.
    public static Token create() {
        return of(HexFormat.of().formatHex(random(6)));
    }

    /// A new one for this id.
    public static Token of(String id) {
        return new Token(id, Base64.getUrlEncoder().withoutPadding().encodeToString(random(32)));
    }

    /// Reads `id.secret`; empty for anything else.
    public static Optional<Token> parse(String text) {
        var parts = FORM.matcher(text);
        return parts.matches()
                ? Optional.of(new Token(parts.group(1), parts.group(2)))
                : Optional.empty();
    }

    /// SHA-256 of the secret in hexadecimal: a secret of 256 random bits needs no slow hash.
    public String hash() {
        return hash(secret);
    }

    /// SHA-256 in hexadecimal.
    public static String hash(String secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /// Compares in constant time, as long as where there is nothing to compare with.
    ///
    /// @param stored a hash; empty where the id is unknown
    public boolean matches(Optional<String> stored) {
        return matches(secret, stored);
    }

    /// The same, of a secret in whatever form.
    public static boolean matches(String secret, Optional<String> stored) {
        return sameHash(hash(secret), stored);
    }

    /// The same, of a secret that was hashed before, for whoever compares with several.
    public static boolean sameHash(String hash, Optional<String> stored) {
        var same =
                MessageDigest.isEqual(
                        stored.orElse(NO_HASH).getBytes(StandardCharsets.US_ASCII),
                        hash.getBytes(StandardCharsets.US_ASCII));
        return same && stored.isPresent();
    }

    /// As it is handed out.
    public String text() {
        return id + "." + secret;
    }

    @Override
    public String toString() {
        return "Token[" + id + ".…]";
    }

    private static byte[] random(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }
}
