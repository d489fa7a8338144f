package dev.oktamcp.store;

import com.google.crypto.tink.KeysetHandle;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// New keys in place of old ones without a pause. The old ones stay until what they made is
/// encrypted again, or has lapsed.
public class KeyRotation {

    private static final Logger log = LoggerFactory.getLogger(KeyRotation.class);

    /// After it every replica uses the new keys: each looks for new ones once a minute.
    public static final Duration KNOWN_TO_ALL = Duration.ofMinutes(5);

    /// Nothing that clients carry for us lasts longer than 24 hours.
    private static final Duration LAPSED = Duration.ofHours(25);

    private final Keysets keysets;
    private final KeysetTable table;
    private final EncryptedAgain stored;
    private final Clock clock;

    KeyRotation(Keysets keysets, KeysetTable table, EncryptedAgain stored, Clock clock) {
        this.keysets = keysets;
        this.table = table;
        this.stored = stored;
        this.clock = clock;
    }

    /// The keysets as they are now.
    public List<KeysetFacts> facts() {
        keysets.refresh();
        return keysets.current().keysets().stream().map(KeysetFacts::of).toList();
    }

    /// Makes a new key of each kind, which is used at once, and encrypts with it what is stored.
    /// The old ones are removed a day later.
    ///
    /// @return how many stored secrets were encrypted again
    /// @throws UnreadableSecretException for a stored secret that does not open; the new keys are
    ///   in use all the same, and no old one is removed until it does
    public int rotate() {
        keysets.change(this::addKeys);
        var count = stored.encryptAll();
        log.info("The keys were rotated; {} stored secrets were encrypted again.", count);
        return count;
    }

    private void addKeys(OpenKeysets open) {
        for (var keyset : open.keysets()) {
            replace(open, keyset, Tink.withNewKey(keyset.handle()), clock.instant());
        }
    }

    /// Removes old keys without waiting for their day to be over: sessions and cursors that they
    /// sealed end.
    ///
    /// @return whether there were any
    /// @throws IllegalStateException less than `KNOWN_TO_ALL` after the last rotation
    public boolean removeOldKeys() {
        var rotatedAt = lastRotation();
        if (oldKeysCanGoAt().isAfter(clock.instant())) {
            throw new IllegalStateException(
                    "The keys were rotated at %s; not every replica may use the new ones yet. Try again after %s."
                            .formatted(rotatedAt, rotatedAt.plus(KNOWN_TO_ALL)));
        }
        return removeKeysFrom(rotatedAt);
    }

    /// From when on every replica uses the newest keys.
    public Instant oldKeysCanGoAt() {
        return lastRotation().plus(KNOWN_TO_ALL);
    }

    @Scheduled(fixedDelayString = "PT1H")
    void removeLapsedKeys() {
        removeKeysFrom(clock.instant().minus(LAPSED));
    }

    /// @param latest the last rotation may not be later
    private boolean removeKeysFrom(Instant latest) {
        keysets.refresh();
        if (keysets.current().keysets().stream().noneMatch(keyset -> isDue(keyset, latest))) {
            return false;
        }
        stored.encryptAll();
        keysets.change(open -> removeKeys(open, latest));
        log.info("Old keys were removed.");
        return true;
    }

    private void removeKeys(OpenKeysets open, Instant latest) {
        for (var keyset : open.keysets()) {
            if (isDue(keyset, latest)) {
                var newest = Tink.withoutOldKeys(keyset.handle());
                replace(open, keyset, newest, keyset.row().rotatedAt());
            }
        }
    }

    private static boolean isDue(Keyset keyset, Instant latest) {
        return keyset.handle().size() > 1 && !keyset.row().rotatedAt().isAfter(latest);
    }

    private void replace(OpenKeysets open, Keyset keyset, KeysetHandle keys, Instant rotatedAt) {
        table.update(open.changed(keyset.row(), keys, rotatedAt));
    }

    private Instant lastRotation() {
        return facts().stream()
                .map(KeysetFacts::rotatedAt)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }
}
