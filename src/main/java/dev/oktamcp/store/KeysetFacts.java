package dev.oktamcp.store;

import java.time.Instant;
import java.util.Locale;

/// What may be told of a keyset.
///
/// @param purpose `data` or `seal`
/// @param keys how many are in it; one but for the day after a rotation
/// @param newest the id of the key that is used
public record KeysetFacts(
        String purpose, long version, int keys, String newest, Instant rotatedAt) {

    static KeysetFacts of(Keyset keyset) {
        var row = keyset.row();
        var newest = keyset.handle().getPrimary().getId();
        return new KeysetFacts(
                row.purpose().word(),
                row.version(),
                keyset.handle().size(),
                String.format(Locale.ROOT, "%08x", newest),
                row.rotatedAt());
    }
}
