package dev.oktamcp.okta;

import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Which operation shows what another one is about.
@Component
public final class ShowingOperations {

    private final Map<String, Operation> readsAt = new HashMap<>();

    ShowingOperations(Operations operations) {
        for (var operation : operations.all()) {
            var object = operation.response() == Operation.Response.JSON && !operation.lists();
            if (object && operation.http().equals("GET")) {
                readsAt.put(operation.request(), operation);
            }
        }
    }

    /// The GET of one object at the operation's path, or at the nearest above it that has one.
    public Optional<Operation> of(Operation operation) {
        for (var path = operation.path(); path.contains("/"); path = above(path)) {
            var read = readsAt.get(Operation.request("GET", path));
            if (read != null) {
                return Optional.of(read);
            }
        }
        return Optional.empty();
    }

    private static String above(String path) {
        return path.substring(0, path.lastIndexOf('/'));
    }
}
