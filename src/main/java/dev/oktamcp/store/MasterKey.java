package dev.oktamcp.store;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/// Opens the root key, and is never in the database.
///
/// @param id tells keys apart in the database and in messages; says nothing of the key
record MasterKey(String id, Aead aead) {

    private static final String ROOT = "root";

    /// @param text 32 bytes in Base64
    /// @param source names where it was given, for the message
    static MasterKey of(String text, String source) {
        var key = decoded(text, source);
        return new MasterKey(id(key), Tink.aead(key));
    }

    private static byte[] decoded(String text, String source) {
        var key = new byte[0];
        try {
            key = Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException e) {
            // It has no 32 bytes either; the exception would show a part of it.
        }
        if (key.length != 32) {
            throw new IllegalArgumentException(
                    "%s must be 32 bytes in Base64; openssl rand -base64 32 makes one."
                            .formatted(source));
        }
        return key;
    }

    /// Its own text before the key keeps this apart from any other hash of it.
    private static String id(byte[] key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update("okta-mcp master key".getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest.digest(key), 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    String encrypted(KeysetHandle root) {
        return Tink.encrypted(root, aead, ROOT);
    }

    KeysetHandle opened(String root) {
        try {
            return Tink.opened(root, aead, ROOT);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "The row of master key %s in the table master_key is damaged. Restore the database from a backup."
                            .formatted(id),
                    e);
        }
    }

    @Override
    public String toString() {
        return "master key " + id;
    }
}
