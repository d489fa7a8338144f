package dev.oktamcp.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.okta.Operation;
import dev.oktamcp.okta.Operations;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;
import java.util.Locale;

/// What the search understands.
@ServerTest
class OperationSearchTests {

    private final OperationSearch search;
    private final Operations operations;

    OperationSearchTests(@Autowired OperationSearch search, @Autowired Operations operations) {
        this.search = search;
        this.operations = operations;
    }

    private List<String> ids(String request) {
        return search.find(request).stream().map(Operation::id).toList();
    }

    private String first(String request) {
        return ids(request).getFirst();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"unlockUser", "listRolesForClient", "previewSAMLmetadataForApplication"})
    void findsAnOperationByItsId(String id) {
        assertThat(first(id)).isEqualTo(id);
    }

    @Test
    void findsEveryOperationByTheWordsOfItsId() {
        for (var operation : operations.all()) {
            var words = Spelling.apart(operation.id()).toLowerCase(Locale.ROOT);

            assertThat(ids(words).stream().limit(3)).as(words).contains(operation.id());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "get rid of a group, deleteGroup",
        "scrap a group, deleteGroup",
        "turn off an event hook, deactivateEventHook",
        "switch off an event hook, deactivateEventHook"
    })
    void understandsVerbsThatMeanTheSame(String request, String id) {
        assertThat(first(request)).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({
        "deactivte a user, deactivateUser",
        "clone a polcy, clonePolicy",
        "list beahvior detection rules, listBehaviorDetectionRules"
    })
    void understandsAWordThatIsOneLetterOff(String request, String id) {
        assertThat(first(request)).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LOCKED_OUT", "locked_out", "lockedOut"})
    void readsNamesThatAreWrittenWithoutBlanks(String name) {
        assertThat(first(name)).isEqualTo("unlockUser");
    }

    /// Of several that have the words, the one that is called so.
    @Test
    void prefersWhatIsNamedAltogether() {
        assertThat(first("list resource sets")).isEqualTo("listResourceSets");
        assertThat(first("list users")).isEqualTo("listUsers");
    }

    @Test
    void givesNothingForOktaAlone() {
        assertThat(ids("okta")).isEmpty();
    }

    @Test
    void givesNothingForWhatNobodyKnows() {
        assertThat(ids("zzgqx 42qqz")).isEmpty();
        assertThat(ids("")).isEmpty();
    }
}
