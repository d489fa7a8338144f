package dev.oktamcp.catalog;

import dev.oktamcp.okta.Operation;
import dev.oktamcp.okta.Operations;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds operations by what people and models say: full text with English stems and concepts, over
/// name, path, tags, parameters and our own words, ranked by BM25 and by how much of its name is
/// said. Made when it is asked for first.
@Lazy
@Component
final class OperationSearch {

    private static final String ID = "id";

    /// Texts are short, and their length says little.
    private static final Similarity SIMILARITY = new BM25Similarity(1.2f, 0.15f);

    /// What an operation gains whose whole name is said.
    private static final float NAMED = 0.3f;

    /// The power that lets it double only where little is said beside its name.
    private static final int NOTHING_ELSE = 3;

    private final SearchAnalyzer analyzer;
    private final Operations operations;
    private final IndexSearcher searcher;
    private final Map<String, List<Set<String>>> names = new HashMap<>();
    private final SearchVocabulary vocabulary = new SearchVocabulary();

    OperationSearch(Operations operations, OperationWords words, SearchConcepts concepts)
            throws IOException {
        this.operations = operations;
        this.analyzer = new SearchAnalyzer(concepts);
        var directory = new ByteBuffersDirectory();
        var config = new IndexWriterConfig(analyzer).setSimilarity(SIMILARITY);
        try (var writer = new IndexWriter(directory, config)) {
            for (var operation : operations.all()) {
                writer.addDocument(document(operation, words));
                names.put(operation.id(), analyzer.words(Spelling.apart(operation.id())));
            }
        }
        this.searcher = new IndexSearcher(DirectoryReader.open(directory));
        searcher.setSimilarity(SIMILARITY);
    }

    private Document document(Operation operation, OperationWords words) throws IOException {
        var document = new Document();
        document.add(new StoredField(ID, operation.id()));
        for (var field : SearchField.values()) {
            var text = field.of(operation, words);
            vocabulary.add(analyzer.words(text));
            document.add(new TextField(field.name(), text, Field.Store.NO));
        }
        return document;
    }

    private record Found(String id, float score) {}

    /// Every operation that has a word of the request, the best first.
    List<Operation> find(String text) {
        try {
            var request = SearchRequest.of(text, analyzer, vocabulary);
            return found(request).stream()
                    .sorted(Comparator.comparing(Found::score).reversed())
                    .map(one -> operations.require(one.id()))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("What is in memory can be read", e);
        }
    }

    private List<Found> found(SearchRequest request) throws IOException {
        var documents = searcher.storedFields();
        var all = new ArrayList<Found>();
        for (var hit : searcher.search(request.query(), operations.all().size()).scoreDocs) {
            var id = documents.document(hit.doc).get(ID);
            all.add(new Found(id, hit.score * (1 + gain(id, request))));
        }
        return all;
    }

    private float gain(String id, SearchRequest request) {
        var name = names.getOrDefault(id, List.of());
        var nothingElse = (float) Math.pow(request.isIn(name), NOTHING_ELSE);
        return request.names(name) * (NAMED + nothingElse);
    }
}
