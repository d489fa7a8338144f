package dev.oktamcp.store;

import java.util.Locale;

/// What a keyset is for. Never one for both: what a client holds must not open what we store.
enum Purpose {
    /// What the database holds, by `Vault`.
    DATA,
    /// What clients carry for us, by `Seal`.
    SEAL;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Purpose of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
