package dev.oktamcp.store;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes a new master key in place of an old one while some replicas still have the old one alone.
/// Both open the root key, until a replica starts to which no previous key is given.
final class MasterKeyChange {

    private static final Logger log = LoggerFactory.getLogger(MasterKeyChange.class);

    private final KeysetStore store;
    private final KeysetTable table;

    MasterKeyChange(KeysetStore store, KeysetTable table) {
        this.store = store;
        this.table = table;
    }

    /// Sees to it that the current master key opens what is stored.
    ///
    /// @throws IllegalArgumentException where neither key does
    void apply(MasterKeys keys) {
        var current = keys.current();
        var previous = keys.previous();
        if (previous != null) {
            store.change(previous, open -> take(current, open));
        }
        if (store.read(current).isEmpty()) {
            refuse(keys);
        }
        if (previous == null) {
            store.change(current, open -> giveUpOlder(current, open));
        }
    }

    private void take(MasterKey current, OpenKeysets open) {
        if (!table.masterKeys().contains(current.id())) {
            table.addMasterKey(current.id(), current.encrypted(open.root()));
            log.info("The stored keys can be opened with {} from now on, too.", current);
        }
    }

    /// The newest alone does it: a replica with the old key that starts again while others already
    /// have the new one must not lock them out. The root key is a new one, since who has an older
    /// master key may have kept the root key that it opened.
    private void giveUpOlder(MasterKey current, OpenKeysets open) {
        var all = table.masterKeys();
        if (all.size() == 1 || !all.getLast().equals(current.id())) {
            return;
        }
        var older = all.subList(0, all.size() - 1);
        older.forEach(table::removeMasterKey);
        var root = Tink.newKeyset();
        table.replaceRoot(current.id(), current.encrypted(root));
        var again = new OpenKeysets(root, open.keysets());
        for (var keyset : open.keysets()) {
            var row = keyset.row();
            table.update(again.changed(row, keyset.handle(), row.rotatedAt()));
        }
        log.info("The stored keys can't be opened with master key {} any more.", older);
    }

    private void refuse(MasterKeys keys) {
        throw new IllegalArgumentException(
                """
                The stored keys do not open with %s: they were made for master key %s.
                Give that one as okta-mcp.master-key. To put another in its place, give the other \
                as okta-mcp.master-key and that one as okta-mcp.previous-master-key. Without it, \
                what is stored encrypted can't be read by anyone.\
                """
                        .formatted(keys, String.join(" or ", table.masterKeys())));
    }
}
