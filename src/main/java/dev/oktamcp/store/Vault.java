package dev.oktamcp.store;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Set;

/// Encrypts what the database must not show. Only for columns that are declared as
/// `EncryptedColumn`: what nobody encrypts again would be lost when its key is removed.
public final class Vault {

    private final Keysets keysets;
    private final Set<String> tables;

    /// @param tables that have an encrypted column
    Vault(Keysets keysets, Set<String> tables) {
        this.keysets = keysets;
        this.tables = tables;
    }

    /// Encrypts with the newest key that any replica made.
    ///
    /// @param boundTo table and id of the row, as in `connection/0d9f`: it opens nowhere else
    /// @return Base64
    public String encrypt(byte[] content, String boundTo) {
        var table = boundTo.substring(0, Math.max(0, boundTo.indexOf('/')));
        if (!tables.contains(table)) {
            throw new IllegalArgumentException(
                    "%s is of no table with an EncryptedColumn. Declare one as a bean."
                            .formatted(boundTo));
        }
        keysets.refresh();
        var encrypted = keysets.encrypt(Purpose.DATA, content, boundTo);
        return Base64.getEncoder().encodeToString(encrypted);
    }

    /// @param boundTo what it was bound to when it was encrypted
    /// @throws UnreadableSecretException where it does not open, or not for this row
    public byte[] decrypt(String encrypted, String boundTo) {
        try {
            var content = Base64.getDecoder().decode(encrypted);
            return keysets.decrypt(Purpose.DATA, content, boundTo);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new UnreadableSecretException(boundTo, e);
        }
    }

    /// What is damaged needs it too: `decrypt` says so.
    boolean needsNewestKey(String encrypted) {
        try {
            return !keysets.madeWithNewest(Purpose.DATA, Base64.getDecoder().decode(encrypted));
        } catch (IllegalArgumentException e) {
            return true;
        }
    }
}
