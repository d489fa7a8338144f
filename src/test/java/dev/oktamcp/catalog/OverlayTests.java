package dev.oktamcp.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.okta.Operation;
import dev.oktamcp.okta.Operations;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// Our own words for each of Okta's operations.
@ServerTest
class OverlayTests {

    private final Operations operations;
    private final JsonNode overlay;

    OverlayTests(@Autowired Operations operations) throws IOException {
        this.operations = operations;
        this.overlay =
                JsonMapper.shared()
                        .readTree(
                                new ClassPathResource("operations-overlay.json").getInputStream());
    }

    @Test
    void hasAnEntryForEachOperationAndNoOther() {
        var ids = operations.all().stream().map(Operation::id).toList();

        assertThat(overlay.propertyNames()).hasSize(894).hasSameElementsAs(ids);
    }

    @Test
    void saysOneShortPlainSentenceThatNoOtherOperationHas() {
        var sentences =
                overlay.values().stream().map(entry -> entry.path("says").asString("")).toList();

        assertThat(sentences)
                .doesNotHaveDuplicates()
                .allSatisfy(
                        sentence -> assertThat(sentence).matches("[A-Z][\\x20-\\x7e]{10,118}\\."));
    }

    @Test
    void beginsReadsAlikeAndNothingElseSo() {
        for (var operation : operations.all()) {
            var says = overlay.path(operation.id()).path("says").asString("");
            if ("GET".equals(operation.http())) {
                assertThat(says).as(operation.id()).startsWith("Returns ");
            }
        }
    }

    @Test
    void hasWordsThatPeopleSay() {
        for (var entry : overlay.values()) {
            List<String> words =
                    entry.path("words").valueStream().map(JsonNode::stringValue).toList();

            assertThat(words)
                    .hasSizeBetween(3, 8)
                    .doesNotHaveDuplicates()
                    .allMatch(word -> word.equals(word.toLowerCase(Locale.ROOT)));
        }
    }
}
