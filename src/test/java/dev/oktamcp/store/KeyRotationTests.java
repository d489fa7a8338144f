package dev.oktamcp.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.oktamcp.fixture.Databases;
import dev.oktamcp.fixture.SettableClock;
import dev.oktamcp.fixture.StoreTest;
import dev.oktamcp.fixture.TestDatabase;

import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/// Two replicas over one database, whose keys are rotated.
@StoreTest
class KeyRotationTests {

    private static final byte[] CONTENT = {1, 2, 3};

    private final SettableClock clock = new SettableClock();
    private final TestDatabase database;
    private final Replica one;
    private final Replica two;

    KeyRotationTests(Databases databases) {
        database = databases.fresh();
        Replica.makeTable(database);
        one = replica();
        two = replica();
    }

    private Replica replica() {
        return Replica.of(database, Replica.key(1), null, clock);
    }

    private void store(Replica replica, String id) {
        database.jdbc()
                .sql("insert into secret (id, content) values (:id, :content)")
                .param("id", id)
                .param("content", replica.vault().encrypt(plain(id), "secret/" + id))
                .update();
    }

    private static byte[] plain(String id) {
        return ("secret of " + id).getBytes(StandardCharsets.UTF_8);
    }

    private String stored(String id) {
        return database.jdbc()
                .sql("select content from secret where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private byte[] opened(Replica replica, String id) {
        return replica.vault().decrypt(stored(id), "secret/" + id);
    }

    private static int keys(Replica replica) {
        return replica.rotation().facts().getFirst().keys();
    }

    @Test
    void isLearnedOfByAReplicaThatMeetsANewKey() {
        one.rotation().rotate();

        var sealed = one.seal().seal(CONTENT, "p");
        assertThat(two.seal().open(sealed, "p")).hasValue(CONTENT);
        var encrypted = one.vault().encrypt(CONTENT, "secret/1");
        assertThat(two.vault().decrypt(encrypted, "secret/1")).isEqualTo(CONTENT);
    }

    @Test
    void leavesOpenWhatOldKeysSealed() {
        var sealed = two.seal().seal(CONTENT, "p");

        one.rotation().rotate();

        assertThat(one.seal().open(sealed, "p")).hasValue(CONTENT);
        assertThat(one.seal().open(two.seal().seal(CONTENT, "p"), "p")).hasValue(CONTENT);
    }

    @Test
    void encryptsAgainWhatIsStored() {
        store(one, "1");
        store(two, "2");
        var before = stored("1");

        assertThat(two.rotation().rotate()).isEqualTo(2);

        assertThat(stored("1")).isNotEqualTo(before);
        assertThat(opened(one, "1")).isEqualTo(plain("1"));
        assertThat(opened(one, "2")).isEqualTo(plain("2"));
    }

    @Test
    void isFollowedAtOnceByAReplicaThatStoresSomething() {
        one.rotation().rotate();
        clock.goAhead(KeyRotation.KNOWN_TO_ALL);
        assertThat(one.rotation().removeOldKeys()).isTrue();

        store(two, "1");

        assertThat(opened(one, "1")).isEqualTo(plain("1"));
    }

    @Test
    void removesOldKeysAfterADay() {
        store(one, "1");
        var sealed = one.seal().seal(CONTENT, "p");
        one.rotation().rotate();
        clock.goAhead(Duration.ofHours(24));
        two.rotation().removeLapsedKeys();
        assertThat(keys(one)).isEqualTo(2);
        clock.goAhead(Duration.ofHours(2));

        two.rotation().removeLapsedKeys();

        assertThat(keys(one)).isEqualTo(1);
        assertThat(opened(one, "1")).isEqualTo(plain("1"));
        assertThat(one.seal().open(sealed, "p")).isEmpty();
        assertThat(two.seal().open(one.seal().seal(CONTENT, "p"), "p")).hasValue(CONTENT);
    }

    @Test
    void removesNoOldKeyWhileAReplicaMayStillUseIt() {
        one.rotation().rotate();

        assertThatThrownBy(() -> one.rotation().removeOldKeys()).hasMessageContaining("Try again");
        assertThat(keys(one)).isEqualTo(2);
    }

    @Test
    void hasNothingToRemoveWhereNothingWasRotated() {
        clock.goAhead(KeyRotation.KNOWN_TO_ALL);

        assertThat(one.rotation().removeOldKeys()).isFalse();
    }

    @Test
    void removesNoOldKeyWhileSomethingStoredDoesNotOpen() {
        store(one, "1");
        database.jdbc().sql("update secret set id = '2'").update();

        assertThatThrownBy(() -> one.rotation().rotate()).hasMessageContaining("secret/2");
        clock.goAhead(Duration.ofHours(26));
        assertThatThrownBy(() -> one.rotation().removeLapsedKeys())
                .isInstanceOf(UnreadableSecretException.class);

        assertThat(keys(two)).isEqualTo(2);
    }

    @Test
    void isLearnedOfByAReplicaThatOnlyLooks() {
        one.rotation().rotate();
        two.keysets().follow();
        var sealed = two.seal().seal(CONTENT, "p");
        clock.goAhead(KeyRotation.KNOWN_TO_ALL);

        one.rotation().removeOldKeys();

        assertThat(one.seal().open(sealed, "p")).hasValue(CONTENT);
    }

    @Test
    void commitsAKeyBeforeItIsUsed() {
        new TransactionTemplate(database.transactions())
                .executeWithoutResult(transaction -> {
                    one.rotation().rotate();
                    transaction.setRollbackOnly();
                });

        var sealed = one.seal().seal(CONTENT, "p");
        assertThat(replica().seal().open(sealed, "p")).hasValue(CONTENT);
    }

    @Test
    void losesNothingWhereTwoReplicasRotateTogetherAndOthersStore() throws Exception {
        store(one, "first");
        try (var executor = Executors.newFixedThreadPool(3)) {
            var ends = executor.invokeAll(List.of(rotating(one), rotating(two), this::storeTwenty));
            for (var end : ends) {
                assertThat(end.get()).isTrue();
            }
        }

        assertThat(keys(one)).isEqualTo(11);
        var last = replica();
        for (int i = 0; i < 20; i++) {
            assertThat(opened(last, "row" + i)).isEqualTo(plain("row" + i));
        }
        assertThat(opened(last, "first")).isEqualTo(plain("first"));
    }

    private boolean storeTwenty() {
        for (int i = 0; i < 20; i++) {
            store(i % 2 == 0 ? one : two, "row" + i);
        }
        return true;
    }

    private static Callable<Boolean> rotating(Replica replica) {
        return () -> {
            for (int i = 0; i < 5; i++) {
                replica.rotation().rotate();
            }
            return true;
        };
    }
}
