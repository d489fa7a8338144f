package dev.oktamcp.server;

import dev.oktamcp.tool.Sha256;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// What stands in a URL behind `/mcp/`: the server's id, which may be known, and a secret, which is
/// shown once. Written `id.secret`.
public record ServerToken(String id, String secret) {

    private static final Pattern FORM =
            Pattern.compile("([a-z0-9-]{3,36})\\.([A-Za-z0-9_-]{20,100})");
    private static final SecureRandom RANDOM = new SecureRandom();

    /// A new one: 48 random bits of id, 256 of secret.
    public static ServerToken create() {
        return new ServerToken(
                HexFormat.of().formatHex(random(6)),
                Base64.getUrlEncoder().withoutPadding().encodeToString(random(32)));
    }

    /// Reads `id.secret`; empty for anything else.
    public static Optional<ServerToken> parse(String text) {
        var parts = FORM.matcher(text);
        return parts.matches()
                ? Optional.of(new ServerToken(parts.group(1), parts.group(2)))
                : Optional.empty();
    }

    /// SHA-256 of the secret in hexadecimal: a secret of 256 random bits needs no slow hash.
    String hash() {
        return HexFormat.of().formatHex(Sha256.of(secret.getBytes(StandardCharsets.US_ASCII)));
    }

    /// As it stands in a URL.
    public String text() {
        return id + "." + secret;
    }

    @Override
    public String toString() {
        return "ServerToken[" + id + ".…]";
    }

    private static byte[] random(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }
}
