package dev.oktamcp.store;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;

/// Seals small facts, so that a client carries them for us but can neither read nor change them.
/// Any replica opens them. AES-256-GCM; a fresh 96-bit nonce each time.
public final class Seal {

    private final Keysets keysets;

    Seal(Keysets keysets) {
        this.keysets = keysets;
    }

    /// @param boundTo whatever must be the same when it is opened: purpose, server, arguments
    /// @return characters that are safe in a URL and in a header
    public String seal(byte[] content, String boundTo) {
        var sealed = keysets.encrypt(Purpose.SEAL, content, boundTo);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /// Another object as soon as this replica has read its keys again: what was opened before may
    /// not be openable any more.
    public Object keys() {
        return keysets.current();
    }

    /// What was sealed; empty for whatever we did not seal, or not for this.
    public Optional<byte[]> open(String sealed, String boundTo) {
        try {
            var content = Base64.getUrlDecoder().decode(sealed);
            return Optional.of(keysets.decrypt(Purpose.SEAL, content, boundTo));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return Optional.empty();
        }
    }
}
