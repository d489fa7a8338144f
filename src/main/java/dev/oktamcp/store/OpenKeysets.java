package dev.oktamcp.store;

import com.google.crypto.tink.KeysetHandle;

import dev.oktamcp.store.KeysetTable.Opening;
import dev.oktamcp.store.KeysetTable.Row;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The root key and all keysets, as one master key opened them.
record OpenKeysets(KeysetHandle root, List<Keyset> keysets) {

    /// @param openings one at least
    static OpenKeysets of(MasterKey masterKey, List<Opening> openings) {
        var root = masterKey.opened(openings.getFirst().root());
        var keysets = new ArrayList<Keyset>();
        for (var opening : openings) {
            keysets.add(opened(root, opening.keyset()));
        }
        return new OpenKeysets(root, List.copyOf(keysets));
    }

    private static Keyset opened(KeysetHandle root, Row row) {
        try {
            var handle = Tink.opened(row.content(), Tink.aead(root), row.purpose().word());
            return new Keyset(row, handle);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "The row %s of the table keyset is damaged. Restore the database from a backup."
                            .formatted(row.purpose().word()),
                    e);
        }
    }

    Keyset get(Purpose purpose) {
        return keysets.stream()
                .filter(keyset -> keyset.row().purpose() == purpose)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No keyset is stored for " + purpose));
    }

    /// A keyset's row with other keys in it.
    Row changed(Row before, KeysetHandle keys, Instant rotatedAt) {
        return row(root, before.purpose(), before.version() + 1, keys, rotatedAt);
    }

    static Row row(
            KeysetHandle root,
            Purpose purpose,
            long version,
            KeysetHandle keys,
            Instant rotatedAt) {
        var content = Tink.encrypted(keys, Tink.aead(root), purpose.word());
        return new Row(purpose, version, content, rotatedAt);
    }
}
