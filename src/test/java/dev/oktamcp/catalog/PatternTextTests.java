package dev.oktamcp.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Texts that fit a pattern.
@Timeout(20)
class PatternTextTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00u[0-9a-zA-Z]+",
                "^\\+[1-9]\\d{1,14}$",
                "^(?:\\*|\\^?\\d+(?:\\.\\d+){0,2})$",
                "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-5][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{11}$"
            })
    void fitTheirPattern(String pattern) {
        var text = PatternText.fitting(pattern, 1, 60).orElseThrow();

        assertThat(text).matches(pattern).hasSizeBetween(1, 60);
    }

    @Test
    void haveTheLengthThatIsAskedFor() {
        assertThat(PatternText.fitting("00u[0-9a-zA-Z]+", 20, 20)).get().asString().hasSize(20);
        assertThat(PatternText.fitting("a{3}", 4, 60)).isEmpty();
    }

    /// A document that somebody else wrote must not cost more than a missing example.
    @ParameterizedTest
    @ValueSource(strings = {"(a|b)*a(a|b){20}", "^(?!x)y$", "[", "(?<=a)b"})
    void areNotMadeOfWhatIsTooMuch(String pattern) {
        assertThat(PatternText.fitting(pattern, 1, 60)).isEmpty();
    }
}
