package dev.oktamcp.simulation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A method and a path template such as `/api/v1/users/{id}`, with what answers it.
///
/// @param scope what an access token needs for it; empty where no credential is asked for
record Route(String method, List<String> template, String scope, Handler handler) {

    private static final int RESOURCE = 2;

    /// Most scopes are named after the first word of the path.
    static Route of(String method, String path, Handler handler) {
        var template = List.of(path.substring(1).split("/", -1));
        return new Route(method, template, "", handler).of(template.get(RESOURCE));
    }

    /// For a resource whose scopes have another name than its path.
    Route of(String resource) {
        var effect = method.equals("GET") ? "read" : "manage";
        return new Route(method, template, "okta." + resource + "." + effect, handler);
    }

    /// For an endpoint that looks at the credentials itself.
    Route open() {
        return new Route(method, template, "", handler);
    }

    boolean isOpen() {
        return scope.isEmpty();
    }

    /// The variables of a path that fits the template.
    Optional<Map<String, String>> match(List<String> segments) {
        if (segments.size() != template.size()) {
            return Optional.empty();
        }
        var values = new HashMap<String, String>();
        for (var at = 0; at < segments.size(); at++) {
            var part = template.get(at);
            if (isVariable(part)) {
                values.put(part.substring(1, part.length() - 1), segments.get(at));
            } else if (!part.equals(segments.get(at))) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    long variables() {
        return template.stream().filter(Route::isVariable).count();
    }

    private static boolean isVariable(String part) {
        return part.startsWith("{");
    }
}
