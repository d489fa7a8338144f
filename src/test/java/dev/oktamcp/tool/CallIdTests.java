package dev.oktamcp.tool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.HashSet;
import java.util.UUID;
import java.util.stream.IntStream;

class CallIdTests {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");

    @Test
    void hasItsTimeAndTheFormOfVersionSeven() {
        var id = UUID.fromString(CallId.at(NOW));

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void sortsBehindEarlierOnes() {
        var ids = IntStream.range(0, 100).mapToObj(i -> CallId.at(NOW.plusMillis(i))).toList();

        assertThat(ids).isSorted();
    }

    @Test
    void isUsedOnce() {
        var ids = new HashSet<String>();
        for (int i = 0; i < 10_000; i++) {
            assertThat(ids.add(CallId.at(NOW))).isTrue();
        }
    }
}
