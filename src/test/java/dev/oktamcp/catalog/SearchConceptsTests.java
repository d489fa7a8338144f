package dev.oktamcp.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.core.io.ClassPathResource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Words that mean the same.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchConceptsTests {

    private final JsonMapper json = JsonMapper.shared();
    private final SearchAnalyzer analyzer;

    SearchConceptsTests() throws IOException {
        this.analyzer = new SearchAnalyzer(new SearchConcepts(json));
    }

    private Map<String, List<String>> written() throws IOException {
        var concepts = new TreeMap<String, List<String>>();
        try (var file = new ClassPathResource("search-concepts.json").getInputStream()) {
            for (var one : json.readTree(file).properties()) {
                var said = one.getValue().valueStream().map(JsonNode::stringValue).toList();
                concepts.put(one.getKey(), said);
            }
        }
        return concepts;
    }

    @Test
    void everyConceptIsSaidInSeveralWays() throws IOException {
        assertThat(written().values())
                .allSatisfy(said ->
                        assertThat(said)
                                .hasSizeGreaterThan(1)
                                .doesNotHaveDuplicates()
                                .allMatch(one -> one.equals(one.toLowerCase(Locale.ROOT))));
    }

    @Test
    void everyWayToSayAConceptSaysIt() throws IOException {
        for (var concept : written().entrySet()) {
            for (var said : concept.getValue()) {
                assertThat(analyzer.words(said).getFirst())
                        .as(said)
                        .contains("~" + concept.getKey());
            }
        }
    }

    /// The longest way to say something wins: whoever gets rid of it does not want to read it.
    @Test
    void keepsTheWordsBesideWhatTheyMean() throws IOException {
        assertThat(analyzer.words("gets rid of devices"))
                .containsExactly(
                        Set.of("get", "~remove"), Set.of("rid"), Set.of("devic", "~device"));
    }
}
