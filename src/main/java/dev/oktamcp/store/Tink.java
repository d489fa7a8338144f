package dev.oktamcp.store;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.util.SecretBytes;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/// Our words for the little of Tink that is used here: AES-256-GCM, and keysets that are encrypted
/// with another key.
final class Tink {

    private static final Configuration AEAD = AeadConfig2026.get();

    private Tink() {}

    /// A keyset of one new key.
    static KeysetHandle newKeyset() {
        return sure(() -> KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AEAD));
    }

    /// The same keys and a new one, with which is encrypted from now on.
    static KeysetHandle withNewKey(KeysetHandle keyset) {
        var key = KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM);
        return sure(() ->
                KeysetHandle.newBuilder(keyset)
                        .setConfiguration(AEAD)
                        .addEntry(key.withRandomId().makePrimary())
                        .build());
    }

    /// The newest key alone.
    static KeysetHandle withoutOldKeys(KeysetHandle keyset) {
        var newest = keyset.getPrimary();
        var entry = KeysetHandle.importKey(newest.getKey()).withFixedId(newest.getId());
        return sure(() ->
                KeysetHandle.newBuilder()
                        .setConfiguration(AEAD)
                        .addEntry(entry.makePrimary())
                        .build());
    }

    /// @param key 32 bytes
    static Aead aead(byte[] key) {
        return sure(() -> {
            var parameters =
                    AesGcmParameters.builder()
                            .setKeySizeBytes(32)
                            .setIvSizeBytes(12)
                            .setTagSizeBytes(16)
                            .build();
            var secret = SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get());
            var whole = AesGcmKey.builder().setParameters(parameters).setKeyBytes(secret).build();
            var entry = KeysetHandle.importKey(whole).withRandomId().makePrimary();
            return aead(KeysetHandle.newBuilder().setConfiguration(AEAD).addEntry(entry).build());
        });
    }

    static Aead aead(KeysetHandle keyset) {
        return sure(() -> keyset.getPrimitive(AEAD, Aead.class));
    }

    /// The keyset as it may be stored, in Base64.
    ///
    /// @param boundTo must be the same when it is opened
    static String encrypted(KeysetHandle keyset, Aead key, String boundTo) {
        return sure(() ->
                Base64.getEncoder()
                        .encodeToString(
                                TinkProtoKeysetFormat.serializeEncryptedKeyset(
                                        keyset, key, bytes(boundTo), AEAD)));
    }

    /// @throws GeneralSecurityException where this key does not open it
    static KeysetHandle opened(String encrypted, Aead key, String boundTo)
            throws GeneralSecurityException {
        try {
            return TinkProtoKeysetFormat.parseEncryptedKeyset(
                    Base64.getDecoder().decode(encrypted), key, bytes(boundTo), AEAD);
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException(e);
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    interface Cryptographic<T> {
        T get() throws GeneralSecurityException;
    }

    /// For what fails only where Java itself lacks AES-GCM.
    static <T> T sure(Cryptographic<T> step) {
        try {
            return step.get();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM is not available", e);
        }
    }
}
