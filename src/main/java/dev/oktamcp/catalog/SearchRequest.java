package dev.oktamcp.catalog;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What somebody asks for, in words.
///
/// @param words each with what it means; no word and no meaning is there twice
record SearchRequest(List<Set<String>> words) {

    private static final int MOST_WORDS = 100;

    /// What a word counts in the fields beside the one in which it counts most.
    private static final float ELSEWHERE = 0.3f;

    /// What counts that only means the same, for the very word is surer.
    private static final float MEANT = 0.8f;

    /// Taken apart, they would leave the letter behind their apostrophe.
    private static final Pattern SHORTENED = Pattern.compile("\\S*['’]\\S*");

    static SearchRequest of(String text, SearchAnalyzer analyzer, SearchVocabulary vocabulary)
            throws IOException {
        var apart = Spelling.apart(SHORTENED.matcher(text).replaceAll(" "));
        var seen = new HashSet<String>();
        var words = new ArrayList<Set<String>>();
        for (var written : new LinkedHashSet<>(analyzer.words(text + " " + apart))) {
            if (words.size() == MOST_WORDS) {
                break;
            }
            var word = new LinkedHashSet<String>();
            for (var meaning : corrected(written, analyzer, vocabulary)) {
                if (seen.add(meaning)) {
                    word.add(meaning);
                }
            }
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return new SearchRequest(words);
    }

    private static Set<String> corrected(
            Set<String> written, SearchAnalyzer analyzer, SearchVocabulary vocabulary)
            throws IOException {
        if (written.size() > 1) {
            return written;
        }
        var meant = vocabulary.meantBy(written.iterator().next()).orElse("");
        return analyzer.words(meant).stream().findFirst().orElse(written);
    }

    /// How much of a name is said: from 0 to 1.
    float names(Collection<Set<String>> name) {
        var said = all(words);
        var sum = 0f;
        for (var word : name) {
            sum += heard(word, said);
        }
        return name.isEmpty() ? 0 : sum / name.size();
    }

    private static float heard(Set<String> word, Set<String> said) {
        var meant = word.stream().filter(said::contains).toList();
        if (meant.isEmpty()) {
            return 0;
        }
        return meant.stream().allMatch(SearchConcepts::isConcept) ? MEANT : 1;
    }

    /// How much of the request is in a name: from 0 to 1.
    float isIn(Collection<Set<String>> name) {
        var named = all(name);
        var found = words.stream().filter(word -> word.stream().anyMatch(named::contains)).count();
        return words.isEmpty() ? 0 : (float) found / words.size();
    }

    private static Set<String> all(Collection<Set<String>> words) {
        var all = new HashSet<String>();
        words.forEach(all::addAll);
        return all;
    }

    Query query() {
        var all = new BooleanQuery.Builder();
        for (var word : words) {
            var found = new ArrayList<Query>();
            for (var meaning : word) {
                for (var field : SearchField.values()) {
                    found.add(weighed(meaning, field));
                }
            }
            all.add(new DisjunctionMaxQuery(found, ELSEWHERE), BooleanClause.Occur.SHOULD);
        }
        return all.build();
    }

    private static Query weighed(String meaning, SearchField field) {
        var weight = SearchConcepts.isConcept(meaning) ? MEANT : 1;
        var term = new TermQuery(new Term(field.name(), meaning));
        return new BoostQuery(term, weight * field.weight());
    }
}
