package dev.oktamcp.okta.compiler;

import dev.oktamcp.okta.Operation;
import dev.oktamcp.okta.documents.DocumentRefusal;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Tells by its requests whose document it is: titles change, and anybody's may be OpenAPI.
final class Belonging {

    private final Map<String, Operation.Api> byRequest = new HashMap<>();

    Belonging(Collection<Operation> shipped) {
        shipped.forEach(operation -> byRequest.put(operation.request(), operation.api()));
    }

    /// @throws DocumentRefusal for the document of another API
    void check(Operation.Api api, List<OpenApiDocument.Source> operations) {
        var found = new EnumMap<Operation.Api, Integer>(Operation.Api.class);
        for (var operation : operations) {
            var request =
                    Operation.request(
                            operation.method().toUpperCase(Locale.ROOT), operation.path());
            var of = byRequest.get(request);
            if (of != null) {
                found.merge(of, 1, Integer::sum);
            }
        }
        var own = found.getOrDefault(api, 0);
        for (var other : Operation.Api.values()) {
            if (found.getOrDefault(other, 0) > own) {
                throw new DocumentRefusal(
                        "is the document of Okta's %s API".formatted(other.word()));
            }
        }
        if (own == 0) {
            throw new DocumentRefusal(
                    "has no operation of Okta's %s API that is known here".formatted(api.word()));
        }
    }
}
