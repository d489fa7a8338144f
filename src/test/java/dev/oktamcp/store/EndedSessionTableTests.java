package dev.oktamcp.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.Databases;
import dev.oktamcp.fixture.StoreTest;
import dev.oktamcp.store.EndedSessionTable.Row;

import org.junit.jupiter.api.Test;

import java.time.Instant;

@StoreTest
class EndedSessionTableTests {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");

    private final EndedSessionTable table;

    EndedSessionTableTests(Databases databases) {
        table = new EndedSessionTable(databases.fresh().jdbc());
    }

    private Row ended(String session, String server, long revision) {
        var row = new Row(session, server, NOW.plusSeconds(revision));
        table.insert(row, revision);
        return row;
    }

    @Test
    void tellsWhatEndedAfterARevisionInItsOrder() {
        ended("first", "s", 1);
        var third = ended("third", "s", 3);
        var second = ended("second", "other", 2);

        assertThat(table.after(1)).containsExactly(second, third);
        assertThat(table.has("first")).isTrue();
        assertThat(table.has("unknown")).isFalse();
    }

    @Test
    void endsASessionOnce() {
        var once = ended("x", "s", 1);
        ended("x", "s", 2);

        assertThat(table.after(0)).containsExactly(once);
    }

    @Test
    void keepsTheLatestOfOneServer() {
        ended("oldest", "s", 1);
        var elsewhere = ended("elsewhere", "other", 2);
        var second = ended("second", "s", 3);
        var third = ended("third", "s", 4);

        table.keepLatest("s", 3);
        assertThat(table.after(0)).hasSize(4);
        table.keepLatest("s", 2);
        assertThat(table.after(0)).containsExactly(elsewhere, second, third);
    }

    @Test
    void forgetsWhatEndedLongAgo() {
        ended("old", "s", 1);
        var young = ended("young", "s", 2);

        table.deleteBefore(NOW.plusSeconds(2));

        assertThat(table.after(0)).containsExactly(young);
    }
}
