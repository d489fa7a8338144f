package dev.oktamcp.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.Databases;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;

class SealTests {

    private final Seal seal = Replica.of(Databases.H2.fresh(), Replica.key(1)).seal();

    @Test
    void opensWhatItSealed() {
        var sealed = seal.seal("facts".getBytes(StandardCharsets.UTF_8), "purpose");

        assertThat(seal.open(sealed, "purpose")).hasValue("facts".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void opensNothingThatIsBoundToSomethingElse() {
        var sealed = seal.seal(new byte[] {1}, "server one");

        assertThat(seal.open(sealed, "server two")).isEmpty();
    }

    @Test
    void opensNothingThatWasChangedInAnyPlace() {
        var sealed = seal.seal(new byte[] {1, 2, 3}, "purpose");

        for (int i = 0; i < sealed.length(); i++) {
            var other = sealed.charAt(i) == 'A' ? 'B' : 'A';
            var changed = sealed.substring(0, i) + other + sealed.substring(i + 1);
            if (i < sealed.length() - 1) {
                assertThat(seal.open(changed, "purpose")).isEmpty();
            }
        }
        assertThat(seal.open("", "purpose")).isEmpty();
        assertThat(seal.open("no base64 at all!", "purpose")).isEmpty();
    }

    @Test
    void sealsTheSameDifferentlyEachTime() {
        assertThat(seal.seal(new byte[8], "p")).isNotEqualTo(seal.seal(new byte[8], "p"));
    }
}
