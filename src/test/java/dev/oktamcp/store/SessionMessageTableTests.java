package dev.oktamcp.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.Databases;
import dev.oktamcp.fixture.StoreTest;
import dev.oktamcp.store.SessionMessageTable.Address;
import dev.oktamcp.store.SessionMessageTable.Count;
import dev.oktamcp.store.SessionMessageTable.Row;

import org.junit.jupiter.api.Test;

import java.time.Instant;

@StoreTest
class SessionMessageTableTests {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");

    private final SessionMessageTable table;

    SessionMessageTableTests(Databases databases) {
        table = new SessionMessageTable(databases.fresh().jdbc());
    }

    private void sent(String id, String session, String server, long revision) {
        sent(id, session, server, "ANSWER", revision);
    }

    private void sent(String id, String session, String server, String kind, long revision) {
        var content = "of " + revision;
        var at = NOW.plusSeconds(revision);
        table.insert(new Row(id, session, server, kind, content, at), revision);
    }

    @Test
    void tellsWhereWhatIsNewIsToGo() {
        sent("a", "one", "s", 1);
        sent("b", "two", "s", 2);

        assertThat(table.after(1)).containsExactly(new Address("b", "two"));
        assertThat(table.after(2)).isEmpty();
    }

    @Test
    void isTakenOnce() {
        sent("a", "one", "s", 1);

        assertThat(table.take("a")).hasValue("of 1");
        assertThat(table.take("a")).isEmpty();
    }

    @Test
    void keepsTheFirstOfTwoWithOneId() {
        sent("a", "one", "s", 1);
        sent("a", "one", "s", 2);

        assertThat(table.take("a")).hasValue("of 1");
        assertThat(table.take("a")).isEmpty();
    }

    @Test
    void countsEachKindOfASessionAndOfItsServer() {
        sent("a", "one", "s", 1);
        sent("b", "one", "s", 2);
        sent("c", "two", "s", 3);
        sent("d", "three", "other", 4);
        sent("e", "one", "s", "CANCELLATION", 5);

        assertThat(table.count("one", "s", "ANSWER")).isEqualTo(new Count(2, 3));
        assertThat(table.count("one", "s", "CANCELLATION")).isEqualTo(new Count(1, 1));
        assertThat(table.count("new", "new", "ANSWER")).isEqualTo(new Count(0, 0));
    }

    @Test
    void forgetsWhatNobodyTook() {
        sent("a", "one", "s", 1);
        sent("b", "one", "s", 2);

        table.deleteBefore(NOW.plusSeconds(2));

        assertThat(table.after(0)).containsExactly(new Address("b", "one"));
    }
}
