package dev.oktamcp.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.okta.Operation;
import dev.oktamcp.okta.Operations;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/// Our own words for each of Okta's operations.
@ServerTest
class OperationWordsTests {

    private final Operations operations;
    private final Collection<Operation> all;
    private final OperationWords words;

    OperationWordsTests(@Autowired Operations operations, @Autowired OperationWords words) {
        this.operations = operations;
        this.all = operations.all();
        this.words = words;
    }

    @Test
    void everySentenceIsShortPlainAndSaidOnce() {
        assertThat(all)
                .extracting(words::sentence)
                .doesNotHaveDuplicates()
                .allSatisfy(
                        sentence -> assertThat(sentence).matches("[A-Z][\\x20-\\x7e]{10,118}\\."));
    }

    @Test
    void everyGetBeginsWithWhatItReturns() {
        assertThat(all)
                .filteredOn(operation -> "GET".equals(operation.http()))
                .extracting(words::sentence)
                .allMatch(sentence -> sentence.startsWith("Returns "));
    }

    @Test
    void everyOperationHasWordsThatPeopleSay() {
        for (var operation : all) {
            assertThat(words.searched(operation))
                    .as(operation.id())
                    .hasSizeBetween(3, 12)
                    .doesNotHaveDuplicates()
                    .allMatch(word -> word.equals(word.toLowerCase(Locale.ROOT)));
        }
    }

    @Test
    void saysWhatSuspendingIs() {
        var suspend = operations.require("suspendUser");

        assertThat(words.sentence(suspend))
                .isEqualTo(
                        "Blocks an active user from signing in and keeps all groups and apps for a"
                                + " later return.");
        assertThat(words.searched(suspend)).contains("freeze", "disable account");
    }

    @Test
    void refusesAnOperationWithoutWords() {
        assertThatIllegalStateException()
                .isThrownBy(() -> OperationWords.requireEach(List.of("a", "newOne"), List.of("a")))
                .withMessage("operations-overlay.json has no words for [newOne]");
    }

    @Test
    void refusesWordsForNoOperation() {
        assertThatIllegalStateException()
                .isThrownBy(() -> OperationWords.requireEach(List.of("a"), List.of("a", "gone")))
                .withMessageContaining("words for [gone]");
    }
}
