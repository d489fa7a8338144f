package dev.oktamcp.tool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTests {

    @Test
    void keepsOrdinaryTextOfAnyLanguage() {
        assertThat(PlainText.of("Ädä 数据 😀", 100)).isEqualTo("Ädä 数据 😀");
    }

    @Test
    void replacesWhatIsNotShown() {
        assertThat(PlainText.of("a\nb\u0000c\u202ed\ud800e", 100))
                .isEqualTo("a\ufffdb\ufffdc\ufffdd\ufffde");
    }

    @Test
    void cutsWithoutHalvingACharacter() {
        assertThat(PlainText.of("abcdef", 4)).isEqualTo("abc…");
        assertThat(PlainText.of("ab😀def", 4)).isEqualTo("ab…");
        assertThat(PlainText.of("abcd", 4)).isEqualTo("abcd");
    }
}
