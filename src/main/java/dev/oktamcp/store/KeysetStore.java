package dev.oktamcp.store;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionOperations;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;

/// The keysets as all replicas share them. The master key opens the root key, the root key opens
/// the keysets: so replicas with different master keys can change the same keysets.
final class KeysetStore {

    private final KeysetTable table;
    private final TransactionOperations transactions;
    private final Clock clock;

    /// @param transactions each a new one, committed when it returns
    KeysetStore(KeysetTable table, TransactionOperations transactions, Clock clock) {
        this.table = table;
        this.transactions = transactions;
        this.clock = clock;
    }

    boolean isEmpty() {
        return table.isEmpty();
    }

    /// Replicas that start together all try it; the rows of all but one are refused.
    void create(MasterKey masterKey) {
        try {
            transactions.executeWithoutResult(_ -> insert(masterKey));
        } catch (DuplicateKeyException e) {
            // Another replica made them, and everybody reads them next.
        }
    }

    private void insert(MasterKey masterKey) {
        var root = Tink.newKeyset();
        for (var purpose : Purpose.values()) {
            table.insert(OpenKeysets.row(root, purpose, 1, Tink.newKeyset(), clock.instant()));
        }
        table.addMasterKey(masterKey.id(), masterKey.encrypted(root));
    }

    /// Empty where this master key opens nothing.
    Optional<OpenKeysets> read(MasterKey masterKey) {
        var openings = table.openings(masterKey.id());
        return openings.isEmpty()
                ? Optional.empty()
                : Optional.of(OpenKeysets.of(masterKey, openings));
    }

    /// Runs a change alone among all replicas; it is committed when this returns. Does nothing
    /// where this master key opens nothing.
    void change(MasterKey masterKey, Consumer<OpenKeysets> change) {
        transactions.executeWithoutResult(_ -> {
            table.lock();
            read(masterKey).ifPresent(change);
        });
    }
}
