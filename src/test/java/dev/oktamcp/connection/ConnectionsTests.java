package dev.oktamcp.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.oktamcp.fixture.Databases;
import dev.oktamcp.fixture.StoreTest;

import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

import java.time.Clock;

@StoreTest
class ConnectionsTests {

    private final Connections connections;

    ConnectionsTests(Databases databases) {
        var jdbc = databases.of(ConnectionsTests.class).jdbc();
        connections = new Connections(jdbc, Clock.systemUTC());
    }

    private static Connection connection(String id, String name) {
        return new Connection(id, name, "https://acme.okta.com", AuthType.API_TOKEN);
    }

    @Test
    void findsWhatItStoredByIdAndByName() {
        var stored = connection("1", "acmé");
        connections.insert(stored);

        assertThat(connections.find("1")).hasValue(stored);
        assertThat(connections.named("acmé")).hasValue(stored);
        assertThat(connections.find("other")).isEmpty();
        assertThat(connections.named("ACMÉ")).isEmpty();
    }

    @Test
    void changesOneAndNoOther() {
        var other = connection("2", "other");
        connections.insert(other);
        connections.insert(connection("3", "changed"));
        var changed =
                new Connection("3", "changed", "https://b.okta.com", AuthType.PRIVATE_KEY_JWT);

        connections.update(changed);

        assertThat(connections.find("3")).hasValue(changed);
        assertThat(connections.find("2")).hasValue(other);
    }

    @Test
    void refusesTheNameOfAnother() {
        connections.insert(connection("4", "taken"));

        assertThatThrownBy(() -> connections.insert(connection("5", "taken")))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(connections.find("5")).isEmpty();
    }
}
