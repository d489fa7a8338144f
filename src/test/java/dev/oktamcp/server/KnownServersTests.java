package dev.oktamcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.connection.AuthType;
import dev.oktamcp.connection.Connection;
import dev.oktamcp.fixture.Databases;
import dev.oktamcp.tool.CredentialKind;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

class KnownServersTests {

    private final ServerStore store =
            new ServerStore(Databases.H2.fresh().dataSource(), Clock.systemUTC());
    private final KnownServers known = new KnownServers(store.watch());
    private final String id = store.made().id();

    private Optional<KnownServer> stored() {
        var connection =
                new Connection(
                        "c",
                        "acme",
                        "https://acme.okta.com",
                        AuthType.API_TOKEN,
                        Set.of(),
                        1,
                        Instant.EPOCH,
                        Instant.EPOCH);
        return store.servers()
                .find(id)
                .map(server ->
                        new KnownServer(
                                server,
                                store.tokens().of(id),
                                connection,
                                new ServerFilter(
                                        server.definition().config(),
                                        Set.of(),
                                        CredentialKind.API_TOKEN,
                                        null)));
    }

    @Test
    void areKeptUntilSomethingChanges() {
        known.read(id, this::stored);
        assertThat(known.find(id)).isPresent();

        store.changes().disable(id);

        assertThat(known.find(id)).isEmpty();
    }

    @Test
    void areNotKeptWhereSomethingChangedWhileTheyWereRead() {
        known.read(
                id,
                () -> {
                    var before = stored();
                    store.changes().disable(id);
                    return before;
                });

        assertThat(known.find(id)).isEmpty();
    }

    @Test
    void areNotReliedOnWhereNobodyTellsOfChanges() {
        var database = Databases.H2.fresh();
        var unwatched = new ServerStore(database.dataSource(), Clock.systemUTC());
        var unsure = new KnownServers(unwatched.watch());
        unsure.read(id, this::stored);

        assertThat(unsure.find(id)).isEmpty();
    }
}
