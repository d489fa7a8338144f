package dev.oktamcp.store;

import dev.oktamcp.fixture.SettableClock;
import dev.oktamcp.fixture.TestDatabase;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/// What one of several servers over one database has of this module.
record Replica(Keysets keysets, Vault vault, Seal seal, KeyRotation rotation) {

    static final EncryptedColumn SECRETS = new EncryptedColumn("secret", "content");

    static void makeTable(TestDatabase database) {
        database.jdbc().sql("create table secret (id varchar(36), content varchar(4000))").update();
    }

    static Replica of(TestDatabase database, String masterKey) {
        return of(database, masterKey, null, new SettableClock());
    }

    static Replica of(TestDatabase database, String masterKey, @Nullable String previous) {
        return of(database, masterKey, previous, new SettableClock());
    }

    static Replica of(
            TestDatabase database,
            String masterKey,
            @Nullable String previous,
            SettableClock clock) {
        var settings =
                new StoreProperties(
                        Path.of("./nowhere"),
                        masterKey,
                        null,
                        previous,
                        null,
                        new StoreProperties.Database(null));
        var transactions = new TransactionTemplate(database.transactions());
        transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        var table = new KeysetTable(database.jdbc());
        var store = new KeysetStore(table, transactions, clock);
        var keysets = Keysets.open(store, table, new MasterKeySettings(settings));
        var vault = new Vault(keysets, Set.of(SECRETS.table()));
        var stored = new EncryptedAgain(database.jdbc(), vault, List.of(SECRETS));
        var rotation = new KeyRotation(keysets, table, stored, clock);
        return new Replica(keysets, vault, new Seal(keysets), rotation);
    }

    /// A master key of these tests.
    static String key(int number) {
        var key = new byte[32];
        key[0] = (byte) number;
        return Base64.getEncoder().encodeToString(key);
    }
}
