package dev.oktamcp.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Seals small facts, so that a client carries them for us but can neither read nor change them.
/// Any replica with the same key opens them. AES-256-GCM; a fresh 96-bit nonce each time.
public final class Seal {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKey key;

    /// @param key 32 bytes
    public Seal(byte[] key) {
        if (key.length != 32) {
            throw new IllegalArgumentException(
                    "A sealing key has 32 bytes, this one has %d.".formatted(key.length));
        }
        this.key = new SecretKeySpec(key, "AES");
    }

    /// @param boundTo whatever must be the same when it is opened: purpose, server, arguments
    /// @return characters that are safe in a URL and in a header
    public String seal(byte[] content, String boundTo) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, boundTo).doFinal(content);
            var whole = ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(whole.array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is not available", e);
        }
    }

    /// What was sealed; empty for whatever we did not seal, or not for this.
    public Optional<byte[]> open(String sealed, String boundTo) {
        try {
            var whole = ByteBuffer.wrap(Base64.getUrlDecoder().decode(sealed));
            if (whole.remaining() < NONCE_BYTES) {
                return Optional.empty();
            }
            var nonce = new byte[NONCE_BYTES];
            whole.get(nonce);
            var rest = new byte[whole.remaining()];
            whole.get(rest);
            return Optional.of(cipher(Cipher.DECRYPT_MODE, nonce, boundTo).doFinal(rest));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String boundTo) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(boundTo.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
