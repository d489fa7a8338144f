package dev.oktamcp.okta.compiler;

import dev.oktamcp.okta.Operation;
import dev.oktamcp.okta.documents.DocumentRefusal;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Compiles a document that an operator gave for one of Okta's APIs.
public final class GivenDocument {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<String> LIFECYCLES =
            Arrays.stream(Operation.Lifecycle.values())
                    .map(Enum::name)
                    .collect(Collectors.toUnmodifiableSet());

    private final Operation.Api api;
    private final OpenApiDocument document;

    /// @throws DocumentRefusal for a document that can't be used
    public GivenDocument(Operation.Api api, JsonNode root) {
        this.api = api;
        this.document = new OpenApiDocument(api.word(), root);
    }

    /// As the document says of itself.
    public String version() {
        return DocumentRefusal.shown(document.root().at("/info/version").asString("of no version"));
    }

    /// @param shipped the operations of all APIs that were reviewed
    /// @param taken what operations of other APIs are called
    /// @return an entry for each operation, as `operations.json` has it; nothing of the document is
    ///   kept
    /// @throws DocumentRefusal for a document that can't be used
    public List<JsonNode> entries(Collection<Operation> shipped, Set<String> taken) {
        var sources = Soundness.operations(document);
        new Belonging(shipped).check(api, sources);
        var compiled = new ArrayList<Compiled>();
        for (var source : sources) {
            compiled.add(compiled(source, Ids.of(source, taken)));
        }
        var judge = new ShippedJudge(api, shipped, review());
        var methods = new Methods(compiled);
        return compiled.stream().map(operation -> entry(operation, judge, methods)).toList();
    }

    private static Compiled compiled(OpenApiDocument.Source source, String id) {
        try {
            var compiled = Compiled.of(source, id);
            Soundness.check(compiled);
            return compiled;
        } catch (RuntimeException | StackOverflowError e) {
            throw refused(source, e);
        }
    }

    private static JsonNode entry(Compiled operation, Judge judge, Methods methods) {
        try {
            var entry = Entry.of(operation, judge, methods);
            withoutUnknown(entry);
            return JSON.readTree(entry.toString());
        } catch (RuntimeException e) {
            throw refused(operation.source(), e);
        }
    }

    /// A word that was not there yet says nothing here.
    private static void withoutUnknown(ObjectNode entry) {
        if (!LIFECYCLES.contains(entry.path("lifecycle").asString(""))) {
            entry.putNull("lifecycle");
        }
    }

    private static DocumentRefusal refused(OpenApiDocument.Source source, Throwable why) {
        return new DocumentRefusal(
                "describes %s in a way that is not understood: %s"
                        .formatted(source.name(), why.getMessage()),
                why);
    }

    private static Review review() {
        try {
            return new Review();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
