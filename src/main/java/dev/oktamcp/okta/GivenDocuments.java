package dev.oktamcp.okta;

import dev.oktamcp.okta.compiler.GivenDocument;
import dev.oktamcp.okta.documents.DocumentPlace;
import dev.oktamcp.okta.documents.DocumentRefusal;
import dev.oktamcp.okta.documents.DocumentTree;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Takes the operations of documents that an operator gave in place of those that came with the
/// server, and tells the log what that changes.
final class GivenDocuments {

    private static final Logger LOG = LoggerFactory.getLogger(GivenDocuments.class);

    private final Operations shipped;

    GivenDocuments(Operations shipped) {
        this.shipped = shipped;
    }

    /// @throws IllegalArgumentException that names setting, place and cause, where a document can't
    ///   be used
    Operations applied(DocumentsProperties given) {
        var operations = shipped;
        for (var api : Operation.Api.values()) {
            var text = given.of(api);
            if (!text.isEmpty()) {
                operations = applied(api, text, operations);
            }
        }
        return operations;
    }

    private Operations applied(Operation.Api api, String text, Operations operations) {
        var place = place(api, text);
        try {
            var document = new GivenDocument(api, DocumentTree.of(place.read()));
            var newer = operations(document, api, operations);
            var source = "%s (version %s)".formatted(place, document.version());
            new Differences(of(api), newer).lines(api, source).forEach(LOG::info);
            return operations.with(api, newer, "%s (%s)".formatted(place, setting(api)));
        } catch (DocumentRefusal e) {
            throw refused(api, place + " " + e.why());
        }
    }

    private static DocumentPlace place(Operation.Api api, String text) {
        try {
            return DocumentPlace.of(text);
        } catch (DocumentRefusal e) {
            throw refused(api, "what is given " + e.why());
        }
    }

    private List<Operation> operations(
            GivenDocument document, Operation.Api api, Operations operations) {
        return document.entries(shipped.all(), taken(api, operations)).stream()
                .map(OperationReader::operation)
                .toList();
    }

    /// What was ever called so by another API is not called so by this one.
    private Set<String> taken(Operation.Api api, Operations operations) {
        var taken = new HashSet<String>();
        for (var known : List.of(shipped, operations)) {
            known.all().stream()
                    .filter(operation -> operation.api() != api)
                    .forEach(operation -> taken.add(operation.id()));
        }
        return taken;
    }

    private Collection<Operation> of(Operation.Api api) {
        return shipped.all().stream().filter(operation -> operation.api() == api).toList();
    }

    private static String setting(Operation.Api api) {
        return "okta-mcp.okta.documents." + api.word();
    }

    private static IllegalArgumentException refused(Operation.Api api, String why) {
        return new IllegalArgumentException(
                "%s: %s. Give Okta's own OpenAPI 3.0 document of its %s API, or leave the setting out: then the one that came with this server counts."
                        .formatted(setting(api), why.replaceFirst("[.]+$", ""), api.word()));
    }
}
