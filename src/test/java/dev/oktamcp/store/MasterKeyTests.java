package dev.oktamcp.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.oktamcp.fixture.Databases;
import dev.oktamcp.fixture.StoreTest;
import dev.oktamcp.fixture.TestDatabase;

import org.junit.jupiter.api.Test;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/// How a master key is taken in place of another by replicas that start one after the other.
@StoreTest
class MasterKeyTests {

    private static final String OLD = Replica.key(1);
    private static final String NEW = Replica.key(2);
    private static final byte[] CONTENT = {1, 2, 3};

    private final Databases databases;

    MasterKeyTests(Databases databases) {
        this.databases = databases;
    }

    private static void assertShared(Replica from, Replica to) {
        var encrypted = from.vault().encrypt(CONTENT, "secret/1");
        assertThat(to.vault().decrypt(encrypted, "secret/1")).isEqualTo(CONTENT);
        assertThat(to.seal().open(from.seal().seal(CONTENT, "p"), "p")).hasValue(CONTENT);
    }

    @Test
    void isRefusedWhereItIsTheWrongOneAndNothingIsReplaced() {
        var database = databases.fresh();
        var encrypted = Replica.of(database, OLD).vault().encrypt(CONTENT, "secret/1");

        assertThatThrownBy(() -> Replica.of(database, NEW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("do not open with master key")
                .hasMessageContaining("okta-mcp.previous-master-key")
                .hasMessageNotContainingAny(OLD, NEW);

        var again = Replica.of(database, OLD);
        assertThat(again.vault().decrypt(encrypted, "secret/1")).isEqualTo(CONTENT);
    }

    @Test
    void isRefusedWhereThePreviousOneIsWrongToo() {
        var database = databases.fresh();
        Replica.of(database, OLD);

        assertThatThrownBy(() -> Replica.of(database, NEW, Replica.key(3)))
                .hasMessageContaining("do not open with master key");
    }

    @Test
    void canBeChangedOneReplicaAfterTheOther() {
        var database = databases.fresh();
        var first = Replica.of(database, OLD);
        var second = Replica.of(database, NEW, OLD);
        assertShared(first, second);
        assertShared(second, first);
        assertShared(Replica.of(database, OLD), second);

        var firstAgain = Replica.of(database, NEW, OLD);
        var secondAgain = Replica.of(database, NEW);

        assertShared(firstAgain, secondAgain);
        assertShared(secondAgain, firstAgain);
        assertShared(Replica.of(database, NEW, OLD), secondAgain);
    }

    @Test
    void isGivenUpByTheFirstReplicaThatStartsWithoutIt() {
        var database = databases.fresh();
        Replica.of(database, OLD);
        Replica.of(database, NEW, OLD);

        Replica.of(database, NEW);

        assertThatThrownBy(() -> Replica.of(database, OLD))
                .hasMessageContaining("do not open with master key");
    }

    @Test
    void isNotGivenUpByAReplicaThatStillHasTheOldOneAlone() {
        var database = databases.fresh();
        Replica.of(database, OLD);
        Replica.of(database, NEW, OLD);

        Replica.of(database, OLD);

        assertThatCode(() -> Replica.of(database, NEW)).doesNotThrowAnyException();
    }

    @Test
    void opensNoKeyThatIsMadeAfterItWasGivenUp() {
        var database = databases.fresh();
        Replica.of(database, OLD);
        var rootOfOld = root(database);
        Replica.of(database, NEW, OLD);
        Replica.of(database, NEW);

        assertThat(root(database)).isNotEqualTo(rootOfOld);
        var old = MasterKey.of(OLD, "old");
        assertThat(new KeysetTable(database.jdbc()).openings(old.id())).isEmpty();
        var keptRoot = Tink.aead(old.opened(rootOfOld));
        var newRoot = Tink.aead(MasterKey.of(NEW, "new").opened(root(database)));
        assertThat(contents(database)).containsOnlyKeys("data", "seal");
        contents(database)
                .forEach((purpose, content) -> {
                    assertThatCode(() -> Tink.opened(content, newRoot, purpose))
                            .doesNotThrowAnyException();
                    assertThatThrownBy(() -> Tink.opened(content, keptRoot, purpose))
                            .isInstanceOf(GeneralSecurityException.class);
                });
    }

    private static String root(TestDatabase database) {
        return database.jdbc().sql("select root from master_key").query(String.class).single();
    }

    /// By purpose, to which each is bound.
    private static Map<String, String> contents(TestDatabase database) {
        return database
                .jdbc()
                .sql("select purpose, content from keyset")
                .query((row, number) ->
                        Map.entry(row.getString("purpose"), row.getString("content")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Test
    void ofAReplicaThatWasGivenUpEncryptsNothingMore() {
        var database = databases.fresh();
        var left = Replica.of(database, OLD);
        var sealed = left.seal().seal(CONTENT, "p");
        Replica.of(database, NEW, OLD);
        Replica.of(database, NEW);

        assertThat(left.seal().open(sealed, "p")).hasValue(CONTENT);
        assertThatThrownBy(() -> left.vault().encrypt(CONTENT, "secret/1"))
                .hasMessageContaining("was given up by another replica");
    }

    @Test
    void letsReplicasWithDifferentOnesRotateTheKeys() {
        var database = databases.fresh();
        Replica.makeTable(database);
        var first = Replica.of(database, OLD);
        var second = Replica.of(database, NEW, OLD);

        first.rotation().rotate();
        assertShared(first, second);
        second.rotation().rotate();
        assertShared(second, first);
        assertShared(second, Replica.of(database, OLD));
    }

    @Test
    void openTheSameKeysForReplicasThatStartTogether() throws Exception {
        var database = databases.fresh();

        var replicas = together(() -> Replica.of(database, OLD), () -> Replica.of(database, OLD));

        assertShared(replicas.get(0).get(), replicas.get(1).get());
    }

    @Test
    void areRefusedToOneOfTwoReplicasThatStartTogetherWithDifferentOnes() throws Exception {
        var database = databases.fresh();

        var replicas = together(() -> Replica.of(database, OLD), () -> Replica.of(database, NEW));

        assertThat(replicas.stream().filter(MasterKeyTests::failed)).hasSize(1);
    }

    private static boolean failed(Future<Replica> replica) {
        try {
            replica.get();
            return false;
        } catch (ExecutionException e) {
            assertThat(e).hasMessageContaining("do not open with master key");
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @SafeVarargs
    private static List<Future<Replica>> together(Callable<Replica>... starts) {
        var barrier = new CyclicBarrier(starts.length);
        var replicas = new ArrayList<Future<Replica>>();
        try (var executor = Executors.newFixedThreadPool(starts.length)) {
            for (var start : starts) {
                replicas.add(
                        executor.submit(() -> {
                            barrier.await();
                            return start.call();
                        }));
            }
        }
        return replicas;
    }
}
