package dev.oktamcp.store;

import org.springframework.scheduling.annotation.Scheduled;

import java.security.GeneralSecurityException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// The keys that this replica works with: what it last read of the shared ones. A key that it meets
/// and does not know, it looks for there.
final class Keysets {

    private final KeysetStore store;
    private final MasterKey masterKey;
    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicLong begun = new AtomicLong();
    private long succeeded;
    private volatile OpenKeysets open;

    /// @throws IllegalArgumentException where the master key is missing or wrong
    static Keysets open(KeysetStore store, KeysetTable table, MasterKeySettings settings) {
        var first = store.isEmpty();
        var masterKeys = settings.find(first);
        if (first) {
            store.create(masterKeys.current());
        }
        new MasterKeyChange(store, table).apply(masterKeys);
        return new Keysets(store, masterKeys.current());
    }

    private Keysets(KeysetStore store, MasterKey masterKey) {
        this.store = store;
        this.masterKey = masterKey;
        this.open = read();
    }

    byte[] encrypt(Purpose purpose, byte[] content, String boundTo) {
        var aead = open.get(purpose).aead();
        return Tink.sure(() -> aead.encrypt(content, Tink.bytes(boundTo)));
    }

    /// @throws GeneralSecurityException where no key of ours opens it, or not for this
    byte[] decrypt(Purpose purpose, byte[] encrypted, String boundTo)
            throws GeneralSecurityException {
        if (open.get(purpose).lacksTheKeyOf(encrypted)) {
            refresh();
        }
        return open.get(purpose).aead().decrypt(encrypted, Tink.bytes(boundTo));
    }

    boolean madeWithNewest(Purpose purpose, byte[] encrypted) {
        return open.get(purpose).madeWithNewest(encrypted);
    }

    OpenKeysets current() {
        return open;
    }

    /// Changes the shared keys; they are committed before this replica uses them.
    void change(Consumer<OpenKeysets> change) {
        store.change(masterKey, change);
        refresh();
    }

    /// Reads the shared keys again. Callers that wait for one another share a reading that was
    /// begun after all of them asked.
    void refresh() {
        var asked = begun.get();
        lock.lock();
        try {
            if (succeeded <= asked) {
                var reading = begun.incrementAndGet();
                open = read();
                succeeded = reading;
            }
        } finally {
            lock.unlock();
        }
    }

    /// A replica that meets no new key still has to give up the old ones in time: `KeyRotation`
    /// counts on it.
    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void follow() {
        refresh();
    }

    private OpenKeysets read() {
        return store.read(masterKey)
                .orElseThrow(() ->
                        new IllegalStateException(
                                "%s was given up by another replica. Start this one again with the new one as okta-mcp.master-key."
                                        .formatted(masterKey)));
    }
}
