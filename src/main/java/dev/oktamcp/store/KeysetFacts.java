package dev.oktamcp.store;

import java.time.Instant;

/// What may be told of a keyset.
///
/// @param purpose `data` or `seal`
/// @param keys how many are in it; one but for the day after a rotation
public record KeysetFacts(String purpose, int keys, Instant rotatedAt) {

    static KeysetFacts of(Keyset keyset) {
        var row = keyset.row();
        return new KeysetFacts(row.purpose().word(), keyset.handle().size(), row.rotatedAt());
    }
}
