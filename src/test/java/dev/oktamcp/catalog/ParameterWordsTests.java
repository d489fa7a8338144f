package dev.oktamcp.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.okta.Operation;
import dev.oktamcp.okta.Operations;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;

/// Our own words for each parameter of Okta's operations.
@ServerTest
class ParameterWordsTests {

    private final Operations operations;
    private final ParameterWords words;
    private final JsonNode phrases;

    ParameterWordsTests(@Autowired Operations operations, @Autowired ParameterWords words)
            throws IOException {
        this.operations = operations;
        this.words = words;
        try (var file = new ClassPathResource("parameter-phrases.json").getInputStream()) {
            this.phrases = JsonMapper.shared().readTree(file);
        }
    }

    @Test
    void everyParameterIsDescribedInShortPlainWords() {
        for (var operation : operations.all()) {
            for (var parameter : operation.parameters()) {
                assertThat(words.describe(operation, parameter))
                        .as(operation.id() + "." + parameter.name())
                        .matches("[\\x20-\\x7e]{4,160}")
                        .doesNotMatch(description -> alike(description, parameter.name()));
            }
        }
    }

    private static boolean alike(String description, String name) {
        return letters(description).equals(letters(name));
    }

    private static String letters(String text) {
        return text.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
    }

    @Test
    void everyParameterHasItsPhraseAndEveryPhraseItsParameter() {
        var used = new HashSet<String>();
        for (var operation : operations.all()) {
            for (var parameter : operation.parameters()) {
                var key = words.key(operation, parameter.name());
                assertThat(key).as(operation.id() + "." + parameter.name()).isPresent();
                key.ifPresent(used::add);
            }
        }

        assertThat(phrases.propertyNames()).hasSameElementsAs(used);
    }

    @Test
    void everyPhraseIsShort() {
        assertThat(phrases.values()).allMatch(phrase -> phrase.stringValue().length() <= 80);
    }

    /// Else the order of the tags' names would decide.
    @Test
    void noTwoTagsOfAnOperationHaveAPhraseForOneParameter() {
        for (var operation : operations.all()) {
            for (var parameter : operation.parameters()) {
                assertThat(operation.facts().tags())
                        .as(operation.id())
                        .filteredOn(tag -> phrases.has(tag + "." + parameter.name()))
                        .hasSizeLessThan(2);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    listGroupUsers          | groupId   | Group id, for example 00g1emaKYZTWRYYRRTSK
                    getUser                 | id        | User id, for example 00ub0oNGTSWTBKOLGLNR, or login
                    getHookKey              | id        | Hook key id, for example HKY1p7jWLndGQV9M60g4
                    listNetworkZones        | limit     | How many zones to return at most; -1 leaves it to Okta
                    listGroups              | limit     | How many items to return at most
                    deleteSsfStream         | stream_id | Shared signals stream id, for example esc1k235GIIztAuGK0g5
                    """)
    void describes(String id, String name, String description) {
        var operation = operations.require(id);

        assertThat(operation.parameters())
                .filteredOn(parameter -> parameter.name().equals(name))
                .extracting(parameter -> words.describe(operation, parameter))
                .containsExactly(description);
    }

    @ParameterizedTest
    @CsvSource({
        "widgetId,      '',        Widget id",
        "X-Widget_mode, '',        X widget mode",
        "startsAt,      date-time, 'Starts at; ISO 8601, for example 2026-01-31T08:00:00Z'",
        "birthday,      date,      'Birthday; ISO 8601, for example 2026-01-31'",
    })
    void spellsOutWhatItDoesNotKnow(String name, String format, String description) {
        var schema = JsonMapper.shared().createObjectNode().put("format", format);
        var parameter = new Operation.Parameter(name, Operation.Place.QUERY, false, true, schema);

        assertThat(words.describe(operations.require("listUsers"), parameter))
                .isEqualTo(description);
    }
}
