package dev.oktamcp.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.oktamcp.fixture.Databases;
import dev.oktamcp.fixture.StoreTest;
import dev.oktamcp.fixture.TestDatabase;
import dev.oktamcp.server.ServerDefinition.Filter;

import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;

@StoreTest
class ServersTests {

    private static final Instant LATER = Instant.parse("2031-02-03T04:05:06.123456Z");

    private final Databases databases;
    private final Servers servers;

    ServersTests(Databases databases) {
        this.databases = databases;
        this.servers = servers(databases.of(ServersTests.class));
    }

    private static Servers servers(TestDatabase database) {
        addConnection(database.jdbc());
        return new Servers(database.jdbc(), Clock.systemUTC());
    }

    private static void addConnection(JdbcClient jdbc) {
        jdbc.sql(
                        """
                        insert into connection (id, name, org_url, auth_type, created_at)
                        select 'c', 'acme', 'https://acme.okta.com', 'API_TOKEN', current_timestamp
                         where not exists (select 1 from connection)
                        """)
                .update();
    }

    @Test
    void findsAllThatItStored() {
        var token = ServerToken.create();
        var filter =
                new Filter(
                        Set.of("read", "create"),
                        Set.of("users", "groups"),
                        Set.of("list_users", "get_user"),
                        Set.of("list_groups"));
        var stored = new ServerDefinition(token.id(), "c", "first", filter, LATER);
        servers.insert(stored, token);

        var found = servers.find(token.id()).orElseThrow();

        assertThat(found.definition()).isEqualTo(stored);
        assertThat(found.hash()).isEqualTo(token.hash());
    }

    @Test
    void findsOneThatEndsNeverAndFiltersNothing() {
        var token = ServerToken.create();
        var stored = new ServerDefinition(token.id(), "c", "open", Filter.ofMethods("read"), null);
        servers.insert(stored, token);

        assertThat(servers.find(token.id()).orElseThrow().definition()).isEqualTo(stored);
    }

    @Test
    void knowsWhetherThereIsOne() {
        var fresh = servers(databases.fresh());
        assertThat(fresh.isEmpty()).isTrue();
        var token = ServerToken.create();

        fresh.insert(
                new ServerDefinition(token.id(), "c", "one", Filter.ofMethods("read"), null),
                token);

        assertThat(fresh.isEmpty()).isFalse();
    }

    @Test
    void refusesAConnectionThatIsNotThere() {
        var token = ServerToken.create();
        var lost = new ServerDefinition(token.id(), "no", "lost", Filter.ofMethods("read"), null);

        assertThatThrownBy(() -> servers.insert(lost, token))
                .isInstanceOf(DataIntegrityViolationException.class);
    }
}
