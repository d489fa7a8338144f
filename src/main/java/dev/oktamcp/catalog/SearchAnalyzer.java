package dev.oktamcp.catalog;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.SetKeywordMarkerFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// English words by their stems, each with the concepts that it says beside it.
final class SearchAnalyzer extends Analyzer {

    /// Words that tell nothing: articles and the like, and whose API it is.
    private static final CharArraySet EMPTY =
            CharArraySet.copy(EnglishAnalyzer.getDefaultStopSet());

    static {
        EMPTY.add("okta");
    }

    private final SearchConcepts concepts;

    SearchAnalyzer(SearchConcepts concepts) {
        this.concepts = concepts;
    }

    /// Words that tell nothing go last: concepts are said with them, as `get rid of` is.
    @Override
    protected TokenStreamComponents createComponents(String field) {
        var text = new StandardTokenizer();
        var meant = new SynonymGraphFilter(stemmed(text), concepts.byWords(), false);
        return new TokenStreamComponents(text, new StopFilter(meant, EMPTY));
    }

    private static TokenStream stemmed(StandardTokenizer text) {
        var words = new LowerCaseFilter(new EnglishPossessiveFilter(text));
        return new PorterStemFilter(new SetKeywordMarkerFilter(words, EMPTY));
    }

    /// What is written, word by word, without concepts.
    static List<String> stems(String text) throws IOException {
        try (var analyzer = new StemsOnly()) {
            return analyzed(analyzer, text).stream().flatMap(Set::stream).toList();
        }
    }

    /// What is written, word by word: its stem and the concepts that begin with it.
    List<Set<String>> words(String text) throws IOException {
        return analyzed(this, text);
    }

    private static List<Set<String>> analyzed(Analyzer analyzer, String text) throws IOException {
        var words = new ArrayList<Set<String>>();
        try (var tokens = analyzer.tokenStream("", text)) {
            var token = tokens.addAttribute(CharTermAttribute.class);
            var place = tokens.addAttribute(PositionIncrementAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                if (place.getPositionIncrement() > 0 || words.isEmpty()) {
                    words.add(new LinkedHashSet<>());
                }
                words.getLast().add(token.toString());
            }
            tokens.end();
        }
        return words;
    }

    private static final class StemsOnly extends Analyzer {

        @Override
        protected TokenStreamComponents createComponents(String field) {
            var text = new StandardTokenizer();
            return new TokenStreamComponents(text, stemmed(text));
        }
    }
}
