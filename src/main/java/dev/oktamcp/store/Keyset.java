package dev.oktamcp.store;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;

import java.nio.ByteBuffer;
import java.util.stream.IntStream;

/// An opened keyset.
///
/// @param row what it was opened from
record Keyset(KeysetTable.Row row, KeysetHandle handle, Aead aead) {

    /// In front of what it encrypted Tink puts a byte of 1 and the id of the key.
    private static final int PREFIX_BYTES = 5;

    Keyset(KeysetTable.Row row, KeysetHandle handle) {
        this(row, handle, Tink.aead(handle));
    }

    /// Whether a key that is not in here may open this. False for what no key ever made.
    boolean lacksTheKeyOf(byte[] encrypted) {
        return hasPrefix(encrypted)
                && IntStream.range(0, handle.size())
                        .noneMatch(i -> handle.getAt(i).getId() == keyId(encrypted));
    }

    boolean madeWithNewest(byte[] encrypted) {
        return hasPrefix(encrypted) && keyId(encrypted) == handle.getPrimary().getId();
    }

    private static boolean hasPrefix(byte[] encrypted) {
        return encrypted.length > PREFIX_BYTES && encrypted[0] == 1;
    }

    private static int keyId(byte[] encrypted) {
        return ByteBuffer.wrap(encrypted).getInt(1);
    }
}
