package dev.oktamcp.okta.compiler;

import java.util.Collection;
import java.util.Locale;

/// Okta's `operationId`s, of which its APIs share some: then one has its API's name before it.
final class Ids {

    private Ids() {}

    /// @param taken what operations of other APIs are called, or were ever called
    static String of(OpenApiDocument.Source source, Collection<String> taken) {
        var id = source.operationId();
        return taken.contains(id) ? prefixed(source.document().api(), id) : id;
    }

    private static String prefixed(String api, String id) {
        return api + id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1);
    }
}
