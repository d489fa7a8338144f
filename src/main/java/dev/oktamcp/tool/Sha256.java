package dev.oktamcp.tool;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The one hash that is used here.
public final class Sha256 {

    private Sha256() {}

    /// The 32 bytes of the digest.
    public static byte[] of(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
