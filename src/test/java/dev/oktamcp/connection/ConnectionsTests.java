package dev.oktamcp.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.oktamcp.fixture.Databases;
import dev.oktamcp.fixture.StoreTest;

import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

import java.time.Instant;
import java.util.Set;

@StoreTest
class ConnectionsTests {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");

    private final Connections connections;

    ConnectionsTests(Databases databases) {
        connections = new Connections(databases.of(ConnectionsTests.class).jdbc());
    }

    private static Connection connection(String id, String name) {
        return new Connection(
                id,
                name,
                "https://acme.okta.com",
                AuthType.API_TOKEN,
                Set.of("salary", "ssn"),
                1,
                NOW,
                NOW);
    }

    @Test
    void findsWhatItStoredByIdAndByName() {
        var stored = connection("1", "acmé");
        connections.insert(stored, "sealed", 1);

        assertThat(connections.find("1")).hasValue(stored);
        assertThat(connections.named("acmé")).hasValue(stored);
        assertThat(connections.auth("1")).hasValue("sealed");
        assertThat(connections.find("other")).isEmpty();
        assertThat(connections.named("ACMÉ")).isEmpty();
    }

    @Test
    void changesOneVersionOfOneAndNoOther() {
        var other = connection("2", "other");
        connections.insert(other, "theirs", 1);
        var first = connection("3", "changed");
        connections.insert(first, "old", 1);
        var next = first.changed("renamed", AuthType.PRIVATE_KEY_JWT, Set.of(), NOW.plusSeconds(1));

        assertThat(connections.update(next, "new", 2)).isTrue();
        assertThat(connections.update(next, "newer", 3)).isFalse();

        assertThat(connections.find("3")).hasValue(next);
        assertThat(connections.auth("3")).hasValue("new");
        assertThat(connections.find("2")).hasValue(other);
        assertThat(connections.changedAfter(1)).containsExactly("3");
    }

    @Test
    void keepsCredentialsThatAreNotReplaced() {
        var first = connection("4", "kept");
        connections.insert(first, "kept", 1);

        connections.update(first.changed("k", AuthType.API_TOKEN, Set.of(), NOW), null, 1);

        assertThat(connections.auth("4")).hasValue("kept");
    }

    @Test
    void refusesTheNameOfAnother() {
        connections.insert(connection("5", "taken"), null, 1);

        assertThatThrownBy(() -> connections.insert(connection("6", "taken"), null, 1))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(connections.find("6")).isEmpty();
    }

    @Test
    void forgetsTheCredentialsOfADeletedOneAndGivesItsNameFree() {
        connections.insert(connection("7", "reused"), "sealed", 1);

        connections.delete("7", NOW, 1);
        connections.insert(connection("8", "reused"), null, 1);

        assertThat(connections.find("7")).isEmpty();
        assertThat(connections.auth("7")).isEmpty();
        assertThat(connections.named("reused")).map(Connection::id).hasValue("8");
        assertThat(connections.list(null, 100)).extracting(Connection::id).doesNotContain("7");
    }
}
