package dev.oktamcp.catalog;

import dev.oktamcp.okta.Operation;
import dev.oktamcp.okta.Operations;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Finds operations by what people and models say: full text with English stems, over name, path,
/// tags, parameters and our own words, ranked by BM25. Made when it is asked for first.
@Lazy
@Component
final class OperationSearch {

    private static final String ID = "id";
    private static final int MOST_WORDS = 50;

    /// Texts are short, and their length says little.
    private static final Similarity SIMILARITY = new BM25Similarity(1.2f, 0.3f);

    /// What a word counts in the fields beside the one in which it counts most.
    private static final float ELSEWHERE = 0.3f;

    private final Analyzer analyzer = new EnglishAnalyzer();
    private final Operations operations;
    private final IndexSearcher searcher;

    OperationSearch(Operations operations, OperationWords words) throws IOException {
        this.operations = operations;
        var directory = new ByteBuffersDirectory();
        var config = new IndexWriterConfig(analyzer).setSimilarity(SIMILARITY);
        try (var writer = new IndexWriter(directory, config)) {
            for (var operation : operations.all()) {
                writer.addDocument(document(operation, words));
            }
        }
        this.searcher = new IndexSearcher(DirectoryReader.open(directory));
        searcher.setSimilarity(SIMILARITY);
    }

    private static Document document(Operation operation, OperationWords words) {
        var document = new Document();
        document.add(new StoredField(ID, operation.id()));
        for (var field : SearchField.values()) {
            var text = field.of(operation, words);
            document.add(new TextField(field.name(), text, Field.Store.NO));
        }
        return document;
    }

    /// Every operation that has a word of the request, the best first.
    List<Operation> find(String request) {
        try {
            var found = searcher.search(query(request), operations.all().size()).scoreDocs;
            var documents = searcher.storedFields();
            var best = new ArrayList<Operation>();
            for (var hit : found) {
                best.add(operations.require(documents.document(hit.doc).get(ID)));
            }
            return best;
        } catch (IOException e) {
            throw new IllegalStateException("What is in memory can be read", e);
        }
    }

    private Query query(String request) throws IOException {
        var all = new BooleanQuery.Builder();
        for (var word : words(request)) {
            var fields =
                    Stream.of(SearchField.values()).<Query>map(field -> term(field, word)).toList();
            all.add(new DisjunctionMaxQuery(fields, ELSEWHERE), BooleanClause.Occur.SHOULD);
        }
        return all.build();
    }

    private static Query term(SearchField field, String word) {
        return new BoostQuery(new TermQuery(new Term(field.name(), word)), field.weight());
    }

    private Set<String> words(String request) throws IOException {
        var words = new LinkedHashSet<String>();
        try (var tokens = analyzer.tokenStream("", request)) {
            var word = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken() && words.size() < MOST_WORDS) {
                words.add(word.toString());
            }
            tokens.end();
        }
        return words;
    }
}
