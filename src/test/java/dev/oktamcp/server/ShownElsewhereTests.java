package dev.oktamcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShownElsewhereTests {

    @Test
    void tellsWhatCantBeHiddenEverywhere() {
        assertThat(ShownElsewhere.why("LOGIN"))
                .hasValueSatisfying(why -> assertThat(why).contains("System Log"));
        assertThat(ShownElsewhere.why("salary")).isEmpty();
    }
}
