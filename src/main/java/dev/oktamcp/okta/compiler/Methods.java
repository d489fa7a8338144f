package dev.oktamcp.okta.compiler;

import dev.oktamcp.tool.Method;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What an operation does to its resource, read from the shape of the API: a path with items below
/// it, or one that answers with a list, is a collection.
final class Methods {

    private final Map<String, Answer> read = new HashMap<>();
    private final Set<String> parents = new HashSet<>();

    Methods(Collection<Compiled> operations) {
        for (var operation : operations) {
            if (endsInItem(operation.path())) {
                parents.add(operation.path().substring(0, operation.path().lastIndexOf('/')));
            }
            if ("GET".equals(operation.http())) {
                read.put(operation.path(), operation.answer());
            }
        }
    }

    Method of(Compiled operation) {
        return switch (operation.http()) {
            case "GET" -> operation.answer().isList() ? Method.LIST : Method.GET;
            case "DELETE" -> Method.DELETE;
            case "PUT", "PATCH" -> Method.UPDATE;
            default -> posted(operation.path());
        };
    }

    private Method posted(String path) {
        if (endsInItem(path)) {
            return Method.UPDATE;
        }
        var answer = read.get(path);
        if (parents.contains(path) || (answer != null && answer.isList())) {
            return Method.CREATE;
        }
        return answer == null ? Method.CUSTOM : Method.UPDATE;
    }

    private static boolean endsInItem(String path) {
        return path.endsWith("}");
    }
}
