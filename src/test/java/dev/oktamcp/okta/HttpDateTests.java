package dev.oktamcp.okta;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;

class HttpDateTests {

    private static final String ONE = "Fri, 02 Jan 2026 03:04:05 GMT";
    private static final String NEXT = "Fri, 02 Jan 2026 03:04:06 GMT";

    @Test
    void readsEachDateAsItIs() {
        var one = Instant.parse("2026-01-02T03:04:05Z");

        assertThat(HttpDate.of(ONE)).hasValue(one);
        assertThat(HttpDate.of(ONE)).hasValue(one);
        assertThat(HttpDate.of(NEXT)).hasValue(one.plusSeconds(1));
        assertThat(HttpDate.of("yesterday")).isEmpty();
        assertThat(HttpDate.of(null)).isEmpty();
        assertThat(HttpDate.of(ONE)).hasValue(one);
    }
}
