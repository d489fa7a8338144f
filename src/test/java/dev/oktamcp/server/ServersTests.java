package dev.oktamcp.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.oktamcp.fixture.Databases;
import dev.oktamcp.fixture.SettableClock;
import dev.oktamcp.fixture.StoreTest;
import dev.oktamcp.rest.RestException;
import dev.oktamcp.server.ServerDefinition.Config;
import dev.oktamcp.server.ServerDefinition.Filter;
import dev.oktamcp.store.Token;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

@StoreTest
class ServersTests {

    private static final Instant LATER = Instant.parse("2131-02-03T04:05:06.123456Z");

    private final Databases databases;
    private final SettableClock clock = new SettableClock();
    private final ServerStore store;
    private final Servers servers;
    private final ServerChanges changes;

    ServersTests(Databases databases) {
        this.databases = databases;
        this.store = new ServerStore(databases.of(ServersTests.class).dataSource(), clock);
        this.servers = store.servers();
        this.changes = store.changes();
    }

    private StoredServer made(String connectionId, @Nullable Instant expiresAt) {
        return store.made(Token.create(), connectionId, expiresAt);
    }

    private StoredServer made() {
        return made("c", null);
    }

    private long revision() {
        return store.jdbc().sql("select n from revision").query(Long.class).single();
    }

    private static String id(StoredServer server) {
        return server.definition().id();
    }

    @Test
    void findsAllThatItStored() {
        var token = Token.create();
        var filter =
                new Filter(
                        Set.of("read", "create"),
                        Set.of("users", "groups"),
                        Set.of("list_users", "get_user"),
                        Set.of("list_groups"),
                        Set.of("salary"));
        var config = new Config(filter, ToolExposure.ALL, true);
        var definition = new ServerDefinition(token.id(), "c", "fïrst", config, LATER);

        var stored = changes.create(definition, token);

        assertThat(stored.definition()).isEqualTo(definition);
        assertThat(servers.find(token.id())).hasValue(stored);
        assertThat(store.tokens().of(token.id()))
                .extracting(ServerTokens.Good::hash)
                .containsExactly(token.hash());
    }

    @Test
    void knowsWhetherThereIsOne() {
        var fresh = new ServerStore(databases.fresh().dataSource(), clock);
        assertThat(fresh.servers().isEmpty()).isTrue();

        fresh.made();

        assertThat(fresh.servers().isEmpty()).isFalse();
    }

    @Test
    void refusesAConnectionThatIsNotThere() {
        assertThatThrownBy(() -> made("no", null)).isInstanceOf(RestException.class);

        assertThat(store.use().count("no")).isZero();
    }

    @Test
    void changesOneVersionOnce() {
        var server = made();
        var renamed =
                new ServerDefinition(id(server), "c", "two", server.definition().config(), LATER);

        var first = changes.update(server, renamed);
        var second = changes.update(server, server.definition());

        assertThat(servers.find(id(server))).isEqualTo(first);
        assertThat(first.orElseThrow().version()).isEqualTo(2);
        assertThat(second).isEmpty();
    }

    @Test
    void isDisabledWhateverElseIsChanged() {
        var server = made();
        changes.update(server, server.definition());

        var disabled = changes.disable(id(server)).orElseThrow();
        assertThat(disabled.disabledAt()).isNotNull();
        assertThat(disabled.version()).isEqualTo(3);
        var enabled = changes.enable(id(server)).orElseThrow();

        assertThat(enabled.disabledAt()).isNull();
        assertThat(changes.disable("nowhere")).isEmpty();
    }

    @Test
    void sweepsManyAtOnce() {
        for (var i = 0; i < 300; i++) {
            made("c", clock.instant().plusSeconds(10));
        }
        var before = revision();

        clock.goAhead(Duration.ofSeconds(10));
        changes.sweep();

        assertThat(store.tokens().lapsed(clock.instant())).isEmpty();
        assertThat(revision()).isEqualTo(before + 1);
    }

    @Test
    void bringsNoLapsedUrlBackByALaterEnd() {
        var server = made("c", clock.instant().plusSeconds(10));
        clock.goAhead(Duration.ofSeconds(10));
        var later =
                new ServerDefinition(id(server), "c", "one", server.definition().config(), null);

        assertThat(changes.update(server, later)).isPresent();

        assertThat(store.tokens().of(id(server))).isEmpty();
    }

    @Test
    void keepsADeletedServerWithoutAHash() {
        var server = made();

        assertThat(changes.delete(id(server))).isTrue();

        assertThat(changes.delete(id(server))).isFalse();
        assertThat(servers.find(id(server))).isEmpty();
        assertThat(store.tokens().of(id(server))).isEmpty();
        assertThat(rows("server_definition", id(server))).isOne();
    }

    @Test
    void takesTheHashOfWhatHasExpiredAndKeepsTheRow() {
        var server = made("c", clock.instant().plusSeconds(10));
        changes.sweep();
        assertThat(store.tokens().of(id(server))).hasSize(1);

        clock.goAhead(Duration.ofSeconds(10));
        changes.sweep();

        assertThat(store.tokens().of(id(server))).isEmpty();
        assertThat(servers.find(id(server))).isPresent();
    }

    @Test
    void givesTheOldTokenItsGraceAndNoMore() {
        var server = made();
        changes.rotate(id(server), Duration.ofSeconds(10));
        assertThat(store.tokens().generations(id(server), clock.instant()))
                .containsExactlyInAnyOrder(1, 2);

        clock.goAhead(Duration.ofSeconds(10));

        assertThat(store.tokens().generations(id(server), clock.instant())).containsExactly(2);
        changes.sweep();
        assertThat(store.tokens().of(id(server))).hasSize(1);
    }

    @Test
    void hasOneOrTwoTokensHoweverManyRotateAtOnce() throws Exception {
        var server = made();
        var rotations = new ArrayList<Callable<Optional<Token>>>();
        for (var i = 0; i < 20; i++) {
            var grace = Duration.ofHours(i % 2);
            rotations.add(() -> changes.rotate(id(server), grace));
        }

        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var rotation : threads.invokeAll(rotations)) {
                assertThat(rotation.get()).isPresent();
            }
        }

        assertThat(store.tokens().of(id(server))).hasSizeBetween(1, 2);
        assertThat(store.tokens().of(id(server)).getFirst().generation()).isEqualTo(21);
    }

    @Test
    void rotatesNothingThatIsGone() {
        var server = made();
        changes.delete(id(server));

        assertThat(changes.rotate(id(server), Duration.ZERO)).isEmpty();
        assertThat(store.tokens().of(id(server))).isEmpty();
    }

    @Test
    void listsInTheOrderInWhichTheyWereMade() {
        var fresh = new ServerStore(databases.fresh().dataSource(), clock);
        var ids = new ArrayList<String>();
        for (var i = 0; i < 5; i++) {
            var token = Token.create();
            var config = Config.of(Filter.ofMethods("read"));
            var server = new ServerDefinition(token.id(), "c", "s" + i, config, null);
            ids.add(id(fresh.changes().create(server, token)));
        }
        fresh.changes().delete(ids.get(1));

        var first = fresh.servers().list("c", null, 2);
        var second = fresh.servers().list("c", ids.get(2), 2);
        var afterDeleted = fresh.servers().list("c", ids.get(1), 1);

        assertThat(first)
                .extracting(ServersTests::id)
                .containsExactly(ids.get(0), ids.get(2), ids.get(3));
        assertThat(second).extracting(ServersTests::id).containsExactly(ids.get(3), ids.get(4));
        assertThat(afterDeleted).first().extracting(ServersTests::id).isEqualTo(ids.get(2));
        assertThat(fresh.servers().list("other", null, 2)).isEmpty();
    }

    @Test
    void endsAllServersOfAConnection() {
        var fresh = new ServerStore(databases.fresh().dataSource(), clock);
        var token = fresh.made();
        assertThat(fresh.use().count("c")).isOne();

        fresh.use().end("c", 7);

        assertThat(fresh.use().count("c")).isZero();
        assertThat(fresh.servers().find(token.id())).isEmpty();
        assertThat(fresh.servers().changedAfter(6)).containsExactly(token.id());
    }

    private int rows(String table, String id) {
        return store.jdbc()
                .sql("select count(*) from " + table + " where id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }
}
