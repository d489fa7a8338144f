package dev.oktamcp.catalog;

import org.apache.lucene.analysis.synonym.SynonymMap;
import org.apache.lucene.util.CharsRef;
import org.apache.lucene.util.CharsRefBuilder;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;

/// What different words say alike to those who run Okta: `mfa`, `2fa` and `second factor`, or
/// `delete`, `drop` and `get rid of`.
@Lazy
@Component
final class SearchConcepts {

    private static final String FILE = "search-concepts.json";

    /// No word that anyone writes begins with it.
    private static final String MARK = "~";

    private final SynonymMap byWords;

    SearchConcepts(JsonMapper json) throws IOException {
        var concepts = new SynonymMap.Builder();
        try (var file = new ClassPathResource(FILE).getInputStream()) {
            for (var concept : json.readTree(file).properties()) {
                var name = new CharsRef(MARK + concept.getKey());
                for (var said : concept.getValue()) {
                    concepts.add(stems(said.stringValue()), name, true);
                }
            }
        }
        this.byWords = concepts.build();
    }

    private static CharsRef stems(String said) throws IOException {
        var stems = SearchAnalyzer.stems(said).toArray(String[]::new);
        return SynonymMap.Builder.join(stems, new CharsRefBuilder());
    }

    /// By stems, one or several, what they mean; they themselves stay.
    SynonymMap byWords() {
        return byWords;
    }

    static boolean isConcept(String word) {
        return word.startsWith(MARK);
    }
}
